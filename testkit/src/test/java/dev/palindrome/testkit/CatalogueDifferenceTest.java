package dev.palindrome.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.spi.catalogue.Column;
import dev.palindrome.spi.catalogue.Constraint;
import dev.palindrome.spi.catalogue.Index;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.OtherObject;
import dev.palindrome.spi.catalogue.Table;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CatalogueDifferenceTest {
    private static final Table CUSTOMER = Table.of(
                    ObjectName.of("customer"),
                    List.of(column("id", "integer"), column("nick", "varchar(30)")),
                    List.of(new Constraint(
                            "customer_pkey",
                            Constraint.Kind.PRIMARY_KEY,
                            List.of("id"),
                            "PRIMARY KEY (id)",
                            Optional.empty())))
            .withIndexes(List.of(new Index("by_nick", List.of("nick"), "CREATE INDEX …", Optional.empty())));

    @Test
    void equal_catalogues_do_not_differ() {
        assertThat(CatalogueDifference.between(List.of(CUSTOMER), List.of(CUSTOMER)))
                .isEmpty();
    }

    @Test
    void objects_that_are_missing_or_too_many_are_named() {
        OtherObject function = new OtherObject(ObjectName.of("total"), "function", "…");

        assertThat(CatalogueDifference.between(List.of(CUSTOMER), List.of(function)))
                .containsExactly("not restored: table 'customer'", "left behind: function 'total'");
    }

    @Test
    void parts_of_a_table_are_named_with_what_was_expected() {
        Table found = CUSTOMER.withColumns(List.of(column("id", "bigint"), column("age", "integer")))
                .withIndexes(List.of());

        assertThat(CatalogueDifference.between(List.of(CUSTOMER), List.of(found)))
                .hasSize(4)
                .anyMatch(line -> line.startsWith("changed: column 'id' of table 'customer'\n    expected")
                        && line.contains("integer")
                        && line.contains("bigint"))
                .contains(
                        "not restored: column 'nick' of table 'customer'",
                        "left behind: column 'age' of table 'customer'",
                        "not restored: index 'by_nick' of table 'customer'");
    }

    @Test
    void columns_in_another_order_are_a_difference() {
        Table found = CUSTOMER.withColumns(List.of(column("nick", "varchar(30)"), column("id", "integer")));

        assertThat(CatalogueDifference.between(List.of(CUSTOMER), List.of(found)))
                .singleElement()
                .asString()
                .startsWith("changed: the order of columns of table 'customer'");
    }

    @Test
    void a_comment_is_a_difference() {
        assertThat(CatalogueDifference.between(List.of(CUSTOMER), List.of(CUSTOMER.commented(Optional.of("who buys")))))
                .singleElement()
                .asString()
                .startsWith("changed: table 'customer'");
    }

    private static Column column(String name, String type) {
        return new Column(name, type, true, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
