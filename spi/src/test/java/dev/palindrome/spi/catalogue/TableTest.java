package dev.palindrome.spi.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TableTest {
    private static final Constraint KEY =
            new Constraint("k", Constraint.Kind.UNIQUE, List.of("A"), "UNIQUE (\"A\")", Optional.empty());

    @Test
    void a_column_is_found_whatever_the_case_of_its_name() {
        Table table = table("A", "b");

        assertThat(table.partsOf("a").columns()).containsExactly(column("A"));
        assertThat(table.partsOf("a").constraints()).containsExactly(KEY);
        assertThat(table.withoutColumn("a")).isEqualTo(Table.of(table.name(), List.of(column("b")), List.of()));
    }

    @Test
    void of_two_columns_whose_names_differ_in_case_alone_each_means_itself() {
        Table table = table("A", "a");

        assertThat(table.partsOf("a").columns()).containsExactly(column("a"));
        assertThat(table.partsOf("a").constraints()).isEmpty();
        assertThat(table.withoutColumn("a")).isEqualTo(Table.of(table.name(), List.of(column("A")), List.of(KEY)));
    }

    private static Table table(String... columns) {
        return Table.of(
                ObjectName.of("t"),
                List.of(columns).stream().map(TableTest::column).toList(),
                List.of(KEY));
    }

    private static Column column(String name) {
        return new Column(
                name, "integer", true, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
