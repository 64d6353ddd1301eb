package dev.palindrome.adapters.jdbc.h2;

import static dev.palindrome.spi.operation.Operations.addPrimaryKey;
import static dev.palindrome.spi.operation.Operations.dropColumn;
import static dev.palindrome.spi.operation.Operations.dropSequence;
import static dev.palindrome.spi.operation.Operations.dropTable;
import static dev.palindrome.spi.operation.Operations.dropView;
import static dev.palindrome.spi.operation.Operations.replaceView;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.Row;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementException;
import dev.palindrome.spi.StatementRunner;
import dev.palindrome.spi.catalogue.Column;
import dev.palindrome.spi.catalogue.Constraint;
import dev.palindrome.spi.catalogue.OtherObject;
import dev.palindrome.spi.catalogue.SchemaObject;
import dev.palindrome.spi.operation.DropTable;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import org.h2.api.Trigger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an inspector of H2 sees beyond what operations make, and that it comes back. */
final class H2InspectorTest {
    private final H2Bench bench = new H2Bench("MODE=REGULAR");

    @AfterEach
    void close() {
        bench.close();
    }

    private List<Instruction> comesBack(Operation operation) {
        List<SchemaObject> before = bench.all();
        List<Instruction> back = bench.forwards(operation);
        assertThat(bench.all()).isNotEqualTo(before);
        bench.run(back);
        assertThat(bench.all()).isEqualTo(before);
        return back;
    }

    @Test
    void a_table_with_all_that_a_column_can_be_comes_back() {
        bench.script("CREATE DOMAIN mail AS varchar(20) DEFAULT 'x' CHECK (VALUE <> 'bad');"
                + " CREATE TABLE everything ("
                + "   id bigint GENERATED ALWAYS AS IDENTITY (START WITH 5 INCREMENT BY 3 CACHE 7 CYCLE),"
                + "   mood enum('sad', 'it''s ok'), address mail NOT NULL,"
                + "   at timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,"
                + "   w int DEFAULT 5 DEFAULT ON NULL, area int GENERATED ALWAYS AS (w * w), list int ARRAY[3],"
                + "   span interval day(3) to second(4), hidden int INVISIBLE DEFAULT 4 NOT NULL,"
                + "   dec decfloat(5), exact decimal(9, 2), loud varchar_ignorecase(7), big clob(100),"
                + "   CONSTRAINT w_is UNIQUE NULLS NOT DISTINCT (w), PRIMARY KEY (id, mood))");

        assertThat(bench.table("everything").columns())
                .extracting(Column::type)
                .contains("ENUM('sad', 'it''s ok')", "mail", "TIMESTAMP(3) WITH TIME ZONE", "INTEGER ARRAY[3]");
        comesBack(dropTable("everything"));
        comesBack(dropColumn("everything", "at"));
        comesBack(dropColumn("everything", "hidden"));
    }

    @Test
    void what_hangs_on_a_table_comes_back_with_it() {
        bench.script(
                "CREATE TABLE a (b int, c int, CONSTRAINT d CHECK (b > c)); CREATE ROLE clerk;"
                        + " CREATE UNIQUE NULLS NOT DISTINCT INDEX i ON a (b DESC NULLS FIRST, c);"
                        + " CREATE TRIGGER t BEFORE INSERT, UPDATE ON a FOR EACH ROW QUEUE 5 CALL '"
                        + Silent.class.getName()
                        + "'; GRANT SELECT, INSERT ON a TO clerk; COMMENT ON INDEX i IS 'it''s i';"
                        + " COMMENT ON CONSTRAINT d IS 'it''s d'; COMMENT ON TABLE a IS 'it''s a'; COMMENT ON COLUMN a.c IS 'c'");

        List<String> back =
                comesBack(dropTable("a")).stream().map(Instruction::text).toList();

        assertThat(back)
                .contains(
                        "CREATE UNIQUE NULLS NOT DISTINCT INDEX i ON a (b DESC NULLS FIRST, c)",
                        "CREATE TRIGGER t BEFORE INSERT, UPDATE ON a FOR EACH ROW QUEUE 5 CALL '"
                                + Silent.class.getName() + "'",
                        "GRANT SELECT, INSERT ON a TO clerk",
                        "COMMENT ON CONSTRAINT d IS 'it''s d'");
        comesBack(dropColumn("a", "c"));
    }

    @Test
    void a_trigger_whose_source_is_hidden_keeps_a_table_from_coming_back() {
        bench.script("CREATE TABLE a (b int); CREATE TRIGGER t BEFORE INSERT ON a AS"
                + " 'org.h2.api.Trigger create() { return new org.h2.tools.TriggerAdapter() { public void fire("
                + "java.sql.Connection c, java.sql.ResultSet o, java.sql.ResultSet n) {} }; }'");

        assertThat(bench.reversal(dropTable("a")))
                .isEqualTo(new Reversal.Absent(
                        "the table 'a' can't be made again: H2 doesn't show the source code of" + " its trigger 't'"));
    }

    @Test
    void a_link_to_another_database_does_not_come_back() {
        bench.script(
                "CREATE TABLE a (b int); CREATE LINKED TABLE l ('', 'jdbc:h2:mem:', '', ''," + " '(SELECT 1 AS x)')");

        assertThat(bench.reversal(dropTable("l")))
                .isEqualTo(new Reversal.Absent("the table 'l' can't be made again: it is a link to a table elsewhere"));
    }

    @Test
    void a_column_of_several_keys_and_indexes_comes_back_into_its_place() {
        bench.script("CREATE TABLE p (a int, b int, c int, PRIMARY KEY (a, b), CONSTRAINT u UNIQUE (b, c),"
                + " CHECK (b > 0), CHECK (b > c)); CREATE INDEX i ON p (c, b); INSERT INTO p VALUES (1, 2, 1)");

        assertThat(bench.reversal(dropColumn("p", "b")))
                .isInstanceOfSatisfying(
                        Reversal.Derived.class,
                        derived -> assertThat(derived.requirements()).hasSize(1));
        bench.script("DELETE FROM p");
        comesBack(dropColumn("p", "b"));
    }

    @Test
    void a_key_that_another_table_refers_to_is_not_lost_with_its_column() {
        bench.script("CREATE TABLE p (a int, b int UNIQUE); CREATE TABLE f (x int REFERENCES p (b))");
        List<SchemaObject> before = bench.all();

        assertThatThrownBy(() -> bench.forwards(dropColumn("p", "b"))).isInstanceOf(StatementException.class);
        assertThatThrownBy(() -> bench.forwards(dropTable("p"))).isInstanceOf(StatementException.class);

        assertThat(bench.all()).isEqualTo(before);
    }

    @Test
    void names_that_h2_made_up_do_not_count() {
        bench.script("CREATE TABLE a (b int UNIQUE CHECK (b > 0), c int REFERENCES a (b)); CREATE INDEX ON a (c)");
        List<SchemaObject> named = bench.all();
        bench.script(
                "DROP TABLE a; CREATE TABLE other (x int CHECK (x > 0));"
                        + " CREATE TABLE a (b int, c int); ALTER TABLE a ADD CHECK (b > 0); CREATE INDEX ON a (c);"
                        + " ALTER TABLE a ADD UNIQUE (b); ALTER TABLE a ADD FOREIGN KEY (c) REFERENCES a (b); DROP TABLE other");

        assertThat(bench.all()).isEqualTo(named);
        assertThat(bench.table("a").constraints())
                .extracting(Constraint::name)
                .allMatch(name -> name.matches("constraint_[0-9a-f_]+"));
    }

    @Test
    void what_is_in_another_schema_comes_back_there() {
        bench.script("CREATE SCHEMA yard; CREATE TABLE yard.a (b int PRIMARY KEY, CONSTRAINT d CHECK (b > 0));"
                + " CREATE INDEX yard.i ON yard.a (b); CREATE TABLE f (x int REFERENCES yard.a (b));"
                + " COMMENT ON CONSTRAINT yard.d IS 'd'");

        assertThat(bench.all()).extracting(object -> object.name().toString()).containsExactly("f", "yard", "yard.a");
        comesBack(dropTable("f"));
        bench.script("DROP TABLE f");
        comesBack(new DropTable(Optional.of("yard"), "a"));
    }

    @Test
    void a_view_keeps_what_looks_at_it_and_what_hangs_on_it() {
        bench.script("CREATE TABLE a (b int, c int); CREATE VIEW v (x) AS SELECT b FROM a WHERE c > 0;"
                + " CREATE VIEW w AS SELECT x FROM v; COMMENT ON VIEW v IS 'v';"
                + " CREATE TRIGGER t INSTEAD OF INSERT ON v FOR EACH ROW CALL '" + Silent.class.getName() + "'");

        comesBack(replaceView("v", "SELECT b AS x FROM a"));
        bench.script("DROP VIEW w");
        comesBack(dropView("v"));
    }

    @Test
    void a_sequence_goes_on_where_it_was() {
        bench.script("CREATE SEQUENCE s AS int START WITH 5 INCREMENT BY 2 MAXVALUE 99 CYCLE NO CACHE;"
                + " SELECT NEXT VALUE FOR s; SELECT NEXT VALUE FOR s; COMMENT ON SEQUENCE s IS 's'");

        comesBack(dropSequence("s"));

        assertThat(bench.session().query("SELECT NEXT VALUE FOR s AS n").get(0).number("n"))
                .hasValue(9);
    }

    @Test
    void columns_of_a_new_primary_key_are_nullable_again_without_it() {
        bench.script("CREATE TABLE a (b int, c int NOT NULL)");

        comesBack(addPrimaryKey("a", "b", "c"));
    }

    @Test
    void what_no_operation_touches_is_seen() {
        bench.script("CREATE DOMAIN mail AS varchar(20) CHECK (VALUE <> 'bad'); CREATE CONSTANT five VALUE 5;"
                + " CREATE ALIAS largest FOR 'java.lang.Math.max(int,int)'; CREATE TABLE a (b int); CREATE SYNONYM s FOR a;"
                + " CREATE SCHEMA yard; CREATE MATERIALIZED VIEW m AS SELECT 1 AS x;"
                + " CREATE TABLE \"palindrome_history\" (x int)");

        assertThat(bench.all())
                .filteredOn(OtherObject.class::isInstance)
                .extracting(object -> object.name() + " " + ((OtherObject) object).kind())
                .containsExactly(
                        "five constant",
                        "largest function",
                        "m materialized view",
                        "mail domain",
                        "s synonym",
                        "yard schema");
        assertThat(bench.all()).noneMatch(object -> object.name().name().contains("palindrome"));
        assertThat(bench.find("nothing")).isEmpty();
    }

    @Test
    void a_large_catalogue_takes_as_many_queries_as_a_small_one() {
        Counting counting = new Counting(bench.session());
        H2Inspector inspector = new H2Inspector(new H2Dialect());
        bench.script("CREATE TABLE first (a int PRIMARY KEY)");
        assertThat(inspector.all(counting)).hasSize(1);
        long few = counting.queries;
        for (int i = 0; i < 30; i++) {
            bench.script("CREATE TABLE t" + i + " (a int REFERENCES first (a), b int UNIQUE, CHECK (b > a));"
                    + " CREATE INDEX i" + i + " ON t" + i + " (b, a); CREATE VIEW v" + i + " AS SELECT a FROM t" + i);
        }

        assertThat(inspector.all(counting)).hasSize(61);
        assertThat(counting.queries).isEqualTo(2 * few);
    }

    private static final class Counting implements StatementRunner {
        private final StatementRunner runner;
        private long queries;

        Counting(StatementRunner runner) {
            this.runner = runner;
        }

        @Override
        public long execute(Statement statement) {
            return runner.execute(statement);
        }

        @Override
        public List<Row> query(Statement query) {
            queries++;
            return runner.query(query);
        }

        @Override
        public <T> Optional<T> unwrap(Class<T> type) {
            return runner.unwrap(type);
        }
    }

    /** A trigger that does nothing. */
    public static final class Silent implements Trigger {
        @Override
        public void fire(Connection connection, Object[] before, Object[] after) {
            // nothing to do
        }
    }
}
