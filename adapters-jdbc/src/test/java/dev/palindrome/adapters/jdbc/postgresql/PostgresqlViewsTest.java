package dev.palindrome.adapters.jdbc.postgresql;

import static dev.palindrome.spi.operation.Operations.dropView;
import static dev.palindrome.spi.operation.Operations.replaceView;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.spi.Operation;
import dev.palindrome.spi.StatementException;
import dev.palindrome.spi.catalogue.SchemaObject;
import dev.palindrome.spi.catalogue.View;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Views are replaced in place where the server can, and otherwise come back with what hung on them. */
final class PostgresqlViewsTest {
    private static final String RICH = """
            CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            CREATE VIEW v WITH (security_barrier = true, check_option = local) AS SELECT id, name FROM t WHERE id > 0;
            COMMENT ON VIEW v IS 'a view';
            COMMENT ON COLUMN v.name IS 'a name';
            ALTER VIEW v ALTER COLUMN name SET DEFAULT 'x';
            CREATE TRIGGER g INSTEAD OF UPDATE ON v FOR EACH ROW EXECUTE FUNCTION f();
            CREATE RULE r AS ON DELETE TO v DO INSTEAD NOTHING;
            GRANT SELECT ON v TO reader;
            GRANT UPDATE (name) ON v TO writer;
            ALTER VIEW v OWNER TO "Odd Owner";
            """;

    private final RoundTrip database = new RoundTrip();

    @BeforeEach
    void makeTable() {
        database.run(RoundTrip.ROLES + "CREATE TABLE t (id integer, name text, more integer)");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @TestFactory
    Stream<DynamicTest> a_view_comes_back_with_all_that_hung_on_it() {
        return Stream.of(
                        dropView("v"),
                        replaceView("v", "SELECT id, name FROM t WHERE id > 1"),
                        replaceView("v", "SELECT id, name, more FROM t"),
                        replaceView("v", "SELECT id FROM t;  "),
                        replaceView("v", "SELECT more AS id, '$palindrome$' AS odd FROM t -- that's all"))
                .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> {
                    try (RoundTrip own = new RoundTrip()) {
                        own.run(RoundTrip.ROLES + "CREATE TABLE t (id integer, name text, more integer);" + RICH);
                        own.thereAndBack(operation);
                    }
                }));
    }

    @Test
    void a_replaced_view_keeps_what_hangs_on_the_columns_that_stay() {
        database.run(RICH.replace("CREATE RULE r AS ON DELETE TO v DO INSTEAD NOTHING;", ""));

        database.forwards(replaceView("v", "SELECT name, more FROM t"));

        assertThat(((View) database.find("v")).attachments())
                .extracting(a -> a.kind() + " " + a.name())
                .containsExactly(
                        "options v",
                        "default name",
                        "comment column name",
                        "trigger g",
                        "owner v",
                        "grant reader on public.v",
                        "grant writer on public.v");
    }

    @Test
    void a_view_is_replaced_under_another_that_depends_on_it() {
        database.run("CREATE VIEW v AS SELECT id FROM t; CREATE VIEW above AS SELECT * FROM v");
        List<SchemaObject> before = database.all();

        database.thereAndBack(replaceView("v", "SELECT id FROM t WHERE id > 3"));
        List<Operation> reversal = database.forwards(replaceView("v", "SELECT id, name FROM t"));

        assertThatThrownBy(() -> database.backwards(reversal))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("cannot drop view v because other objects depend on it");
        List<Operation> above = database.forwards(dropView("above"));
        database.backwards(reversal);
        database.backwards(above);
        assertThat(database.all()).isEqualTo(before);
    }

    @Test
    void a_materialized_view_comes_back_with_its_indexes() {
        database.run("CREATE MATERIALIZED VIEW m WITH (fillfactor = 50) AS SELECT id, name FROM t WITH NO DATA;"
                + " CREATE UNIQUE INDEX i ON m (id); COMMENT ON INDEX i IS 'an index'; ALTER TABLE m CLUSTER ON i;"
                + " COMMENT ON MATERIALIZED VIEW m IS 'now and then'; GRANT SELECT ON m TO reader");

        database.thereAndBack(dropView("m"));
        assertThat(database.thereAndBack(replaceView("m", "SELECT id, more FROM t")))
                .startsWith("DROP MATERIALIZED VIEW \"m\"")
                .contains("CREATE UNIQUE INDEX i ON public.m USING btree (id)");
    }
}
