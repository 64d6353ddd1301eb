package dev.palindrome.adapters.jdbc.h2;

import static dev.palindrome.spi.operation.Operations.addColumn;
import static dev.palindrome.spi.operation.Operations.column;
import static dev.palindrome.spi.operation.Operations.createIndex;
import static dev.palindrome.spi.operation.Operations.createTable;
import static dev.palindrome.spi.operation.Operations.dropTable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.catalogue.Column;
import dev.palindrome.spi.catalogue.SchemaObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A name in a script and the same name in an operation are one, whatever the database's settings make of it. */
final class H2NamesTest {
    private static final String DEFAULT = "MODE=REGULAR";

    @ParameterizedTest
    @ValueSource(
            strings = {
                DEFAULT,
                "DATABASE_TO_LOWER=TRUE",
                "DATABASE_TO_UPPER=FALSE",
                "CASE_INSENSITIVE_IDENTIFIERS=TRUE",
                "DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE",
                "MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE",
                "MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE",
                "MODE=Oracle",
                "MODE=MSSQLServer",
                "MODE=LEGACY"
            })
    void scripts_and_operations_mean_the_same_names(String settings) {
        try (H2Bench bench = new H2Bench(settings)) {
            bench.script("CREATE TABLE customer (id int, `order` int, CONSTRAINT by_id PRIMARY KEY (id))");
            bench.forwards(addColumn("customer", column("user", "integer")));
            bench.forwards(createIndex("customer", "order", "user").named("by_order"));
            bench.forwards(createTable("value", column("group", "integer").asPrimaryKey()));
            bench.script("ALTER TABLE customer ADD FOREIGN KEY (`order`) REFERENCES `value`(`group`)");
            bench.script("INSERT INTO customer (id, `user`) SELECT 1, 2");
            List<SchemaObject> before = bench.all();

            assertThat(before).extracting(object -> object.name().name()).containsExactly("customer", "value");
            assertThat(bench.table("customer").columns())
                    .extracting(Column::name)
                    .containsExactly("id", "order", "user");
            assertThat(bench.table("customer").index("by_order")).isPresent();

            bench.run(bench.forwards(dropTable("customer")));

            assertThat(bench.all()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {DEFAULT, "DATABASE_TO_LOWER=TRUE", "DATABASE_TO_UPPER=FALSE"})
    void names_that_differ_in_their_case_alone_are_told_apart(String settings) {
        try (H2Bench bench = new H2Bench(settings)) {
            bench.script(
                    "CREATE TABLE a (b int); CREATE TABLE \"A\" (\"B\" int)".replace("\"A\"", other(settings, "a")));

            List<SchemaObject> before = bench.all();
            assertThat(before).hasSize(2);
            for (SchemaObject object : before) {
                List<Instruction> back = bench.forwards(dropTable(object.name().name()));
                assertThat(bench.all()).hasSize(1);
                bench.run(back);
            }
            assertThat(bench.all()).isEqualTo(before);
        }
    }

    /** The name in the case into which a plain one isn't folded. */
    private static String other(String settings, String name) {
        return settings.equals(DEFAULT) ? "\"" + name + "\"" : "\"A\"";
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"quoted\"", "Mixed Case", "UPPER", "lower", "a\"b", "\"", "\"\"", "größe", "1", "`"})
    void every_name_in_a_catalogue_has_a_written_form(String actual) {
        H2Dialect dialect = new H2Dialect();
        try (H2Bench bench = new H2Bench(DEFAULT)) {
            bench.script("CREATE TABLE " + dialect.quote(actual) + " (" + dialect.quote(actual) + " int)");
            List<SchemaObject> before = bench.all();

            bench.run(bench.forwards(dropTable(before.get(0).name().name())));

            assertThat(bench.all()).isEqualTo(before);
            assertThat(bench.session()
                            .query("SELECT TABLE_NAME AS N FROM INFORMATION_SCHEMA.TABLES"
                                    + " WHERE TABLE_SCHEMA = 'PUBLIC'"))
                    .singleElement()
                    .satisfies(row -> assertThat(row.text("n")).contains(actual));
        }
    }

    @Test
    void a_table_is_found_however_its_name_was_written_where_case_means_nothing() {
        try (H2Bench bench = new H2Bench("DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE")) {
            bench.script("CREATE TABLE Customer (Id int)");

            assertThat(bench.table("customer").name().name()).isEqualTo("customer");
            bench.forwards(addColumn("CUSTOMER", column("name", "text")));
            assertThat(bench.table("Customer").columns()).hasSize(2);
        }
    }
}
