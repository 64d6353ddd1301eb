package dev.palindrome.adapters.jdbc.postgresql;

import static dev.palindrome.spi.operation.Operations.changeType;
import static dev.palindrome.spi.operation.Operations.dropColumn;
import static dev.palindrome.spi.operation.Operations.dropTable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.adapters.jdbc.Sql;
import dev.palindrome.adapters.jdbc.SqlText;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.StatementException;
import dev.palindrome.spi.catalogue.Attachment;
import dev.palindrome.spi.catalogue.Table;
import dev.palindrome.spi.operation.DropColumn;
import dev.palindrome.spi.operation.DropIndex;
import dev.palindrome.spi.operation.DropTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What only PostgreSQL has comes back too. */
final class PostgresqlReversalTest {
    private static final String EVERYTHING = RoundTrip.ROLES + """
            CREATE EXTENSION btree_gist;
            CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            CREATE TABLE other (id integer PRIMARY KEY);
            CREATE TABLE rich (
              id bigint GENERATED ALWAYS AS IDENTITY (START WITH 100 INCREMENT BY 5 CACHE 3),
              old serial,
              name text COLLATE "C" DEFAULT 'it''s',
              low text GENERATED ALWAYS AS (lower(name)) STORED,
              during int4range,
              other integer,
              CONSTRAINT rich_pk PRIMARY KEY (id) INCLUDE (name) WITH (fillfactor = 80),
              CONSTRAINT apart EXCLUDE USING gist (other WITH =, during WITH &&) WHERE (other > 0) DEFERRABLE,
              CONSTRAINT once UNIQUE NULLS NOT DISTINCT (old, name) DEFERRABLE INITIALLY DEFERRED,
              CONSTRAINT refers FOREIGN KEY (other) REFERENCES other ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED
            ) WITH (fillfactor = 70, autovacuum_enabled = false, toast.autovacuum_enabled = false);
            ALTER TABLE rich ADD CONSTRAINT later CHECK (other <> 7) NOT VALID;
            ALTER TABLE rich ADD CONSTRAINT refers_later FOREIGN KEY (old) REFERENCES other NOT VALID;
            CREATE INDEX by_low ON rich (lower(name) text_pattern_ops DESC NULLS LAST) INCLUDE (other) WITH (fillfactor = 50)
              WHERE other > 1;
            CREATE UNIQUE INDEX by_old ON rich (old);
            COMMENT ON TABLE rich IS 'all of it; \\ too';
            COMMENT ON COLUMN rich.name IS 'a name';
            COMMENT ON CONSTRAINT later ON rich IS 'a constraint';
            COMMENT ON INDEX by_low IS 'an index';
            COMMENT ON INDEX rich_pk IS 'a constraint''s index';
            COMMENT ON SEQUENCE rich_old_seq IS 'a sequence';
            ALTER TABLE rich ALTER COLUMN name SET STORAGE EXTERNAL, ALTER COLUMN name SET STATISTICS 500,
              ALTER COLUMN name SET COMPRESSION pglz, ALTER COLUMN other SET (n_distinct = -0.5);
            ALTER INDEX by_low ALTER COLUMN 1 SET STATISTICS 300;
            CREATE STATISTICS together (dependencies) ON old, other FROM rich;
            ALTER STATISTICS together SET STATISTICS 50;
            CREATE RULE quiet AS ON DELETE TO rich WHERE old.other = 3 DO INSTEAD NOTHING;
            ALTER TABLE rich DISABLE RULE quiet;
            CREATE TRIGGER touched BEFORE UPDATE OF name ON rich FOR EACH ROW WHEN (NEW.name <> '') EXECUTE FUNCTION touch();
            CREATE CONSTRAINT TRIGGER checked AFTER INSERT ON rich DEFERRABLE FOR EACH ROW EXECUTE FUNCTION touch();
            ALTER TABLE rich DISABLE TRIGGER touched;
            ALTER TABLE rich ENABLE ALWAYS TRIGGER checked;
            COMMENT ON TRIGGER touched ON rich IS 'a trigger';
            CREATE POLICY own ON rich AS RESTRICTIVE FOR UPDATE TO reader, writer USING (other > 0) WITH CHECK (name <> '');
            COMMENT ON POLICY own ON rich IS 'a policy';
            ALTER TABLE rich ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
            ALTER TABLE rich REPLICA IDENTITY USING INDEX by_old;
            ALTER TABLE rich CLUSTER ON by_old;
            CREATE PUBLICATION news FOR TABLE rich (id, name) WHERE (id > 5), other;
            GRANT SELECT, INSERT ON rich TO reader;
            GRANT UPDATE (name, other), REFERENCES (other) ON rich TO writer;
            GRANT DELETE ON rich TO writer WITH GRANT OPTION;
            GRANT SELECT ON rich TO PUBLIC;
            GRANT USAGE ON SEQUENCE rich_old_seq TO reader;
            REVOKE TRUNCATE ON rich FROM postgres;
            """;

    private final RoundTrip database = new RoundTrip();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_dropped_table_comes_back_with_all_that_hung_on_it() {
        database.run(EVERYTHING);

        assertThat(((Table) database.find("rich")).attachments().stream().map(Attachment::kind))
                .contains(
                        "sequence",
                        "sequence owner",
                        "comment",
                        "storage",
                        "compression",
                        "statistics target",
                        "column options",
                        "index options",
                        "index comment",
                        "index statistics target 1",
                        "cluster",
                        "replica identity",
                        "statistics",
                        "rule",
                        "rule state",
                        "trigger",
                        "trigger state",
                        "trigger comment",
                        "policy",
                        "policy comment",
                        "row level security",
                        "forced row level security",
                        "publication",
                        "grant",
                        "revoke");
        assertThat(database.thereAndBack(dropTable("rich")))
                .anyMatch(sql -> sql.startsWith("ALTER SEQUENCE public.rich_old_seq OWNED BY public.rich.old"))
                .contains("ALTER TABLE \"rich\" ADD CONSTRAINT \"later\" CHECK ((other <> 7)) NOT VALID");
    }

    @TestFactory
    Stream<DynamicTest> a_dropped_column_comes_back_with_what_involved_it() {
        return Map.of(
                        "a integer, b serial, c integer",
                        "GRANT USAGE ON SEQUENCE t_b_seq TO reader",
                        "a integer, b bigint GENERATED ALWAYS AS IDENTITY (START WITH 7 CYCLE), c integer",
                        "",
                        "a text, b text GENERATED ALWAYS AS (upper(a)) STORED",
                        "GRANT SELECT (b) ON t TO reader",
                        "a integer, b text COLLATE \"C\" DEFAULT 'x;y', c integer",
                        "CREATE INDEX i ON t (c) INCLUDE (a) WHERE b > 'm'; CREATE INDEX j ON t (lower(b) DESC);"
                                + " COMMENT ON INDEX j IS 'x'; ALTER TABLE t CLUSTER ON j",
                        "a integer, b integer, c integer",
                        "ALTER TABLE t ADD CONSTRAINT k CHECK (a > b) NOT VALID; CREATE STATISTICS s ON a, b FROM t;"
                                + " ALTER TABLE t ALTER b SET STATISTICS 9",
                        "a integer, b int4range, c integer",
                        "ALTER TABLE t ADD CONSTRAINT x EXCLUDE USING gist (b WITH &&) INITIALLY DEFERRED;"
                                + " COMMENT ON CONSTRAINT x ON t IS 'apart'",
                        "a integer PRIMARY KEY, b integer NOT NULL UNIQUE DEFAULT 3, c integer UNIQUE",
                        "ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (b) REFERENCES t (c) ON DELETE CASCADE DEFERRABLE;"
                                + " ALTER TABLE t REPLICA IDENTITY USING INDEX t_b_key",
                        "a integer, b varchar(3)[] NOT NULL DEFAULT '{}', c numeric(5,2) UNIQUE",
                        "COMMENT ON COLUMN t.b IS 'it''s'; ALTER TABLE t ALTER b SET STORAGE MAIN")
                .entrySet()
                .stream()
                .map(example -> DynamicTest.dynamicTest(example.getKey(), () -> {
                    try (RoundTrip own = new RoundTrip()) {
                        own.run(RoundTrip.ROLES + "CREATE TABLE t (" + example.getKey() + ");" + example.getValue());
                        own.thereAndBack(dropColumn("t", "b"));
                    }
                }));
    }

    @Test
    void a_column_that_is_never_null_comes_back_filled() {
        database.run("CREATE TABLE t (a integer, b text NOT NULL); INSERT INTO t VALUES (1, 'x'), (2, 'y')");

        List<Operation> reversal =
                database.forwards(new DropColumn(Optional.empty(), "t", "b", Optional.of("'was ' || a")));

        assertThat(database.backwards(reversal))
                .containsExactly(
                        "ALTER TABLE \"t\" ADD COLUMN \"b\" text",
                        "UPDATE \"t\" SET \"b\" = 'was ' || a",
                        "ALTER TABLE \"t\" ALTER COLUMN \"b\" SET NOT NULL");
        assertThat(Sql.value(database.session(), "string_agg(b, ' ' ORDER BY a) FROM t"))
                .isEqualTo("was 1 was 2");
    }

    @TestFactory
    Stream<DynamicTest> odd_names_come_back_exactly() {
        return Stream.of("Order", "a b", "select", "a.b", "it's", "a\"b", "\"", "$1", "größe", "\"\"quoted\"\"", "x;--")
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    String sql = SqlText.quote(name);
                    String key = SqlText.quote(name + " key");
                    try (RoundTrip own = new RoundTrip()) {
                        own.run("CREATE SCHEMA " + sql + "; CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS"
                                + " 'BEGIN RETURN NULL; END'; CREATE TABLE " + sql + "." + sql + " (" + sql
                                + " serial, x integer CONSTRAINT " + key + " UNIQUE); CREATE TABLE " + sql
                                + " AS TABLE "
                                + sql + "." + sql + "; CREATE TRIGGER " + sql + " AFTER DELETE ON " + sql
                                + " EXECUTE FUNCTION f(); COMMENT ON COLUMN " + sql + "." + sql + " IS 'c'");
                        String written = WrittenName.of(name);
                        own.thereAndBack(new DropTable(Optional.of(written), written));
                        own.thereAndBack(dropColumn(written, written));
                        own.thereAndBack(dropTable(written));
                    }
                }));
    }

    @Test
    void a_table_in_another_schema_comes_back_there() {
        database.run("CREATE SCHEMA attic; CREATE TYPE attic.mood AS ENUM ('sad');"
                + " CREATE TABLE attic.box (id serial PRIMARY KEY, feels attic.mood DEFAULT 'sad', lid integer);"
                + " CREATE TABLE attic.thing (box integer REFERENCES attic.box); CREATE INDEX i ON attic.thing (box)");

        database.thereAndBack(new DropTable(Optional.of("attic"), "thing"));
        database.thereAndBack(new DropIndex(Optional.of("attic"), "thing", "i", true));
        database.thereAndBack(new DropColumn(Optional.of("attic"), "box", "feels", Optional.empty()));
    }

    @Test
    void a_sequence_that_another_table_uses_stays_with_its_owner() {
        database.run(
                "CREATE TABLE first (id serial); CREATE TABLE second (id integer DEFAULT nextval('first_id_seq'))");

        assertThatThrownBy(() -> database.forwards(dropTable("first")))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("other objects depend on it");
        database.session().rollback();
        assertThat(database.thereAndBack(dropTable("second"))).hasSize(1);
    }

    @Test
    void unlogged_tables_refer_to_unlogged_tables_again() {
        database.run("CREATE UNLOGGED TABLE a (id integer PRIMARY KEY);"
                + " CREATE UNLOGGED TABLE b (id serial, a integer REFERENCES a)");

        assertThat(database.thereAndBack(dropTable("b")))
                .anyMatch(sql -> sql.startsWith("CREATE UNLOGGED TABLE \"b\" ("));
    }

    @Test
    void the_owner_and_the_default_privileges_are_as_before() {
        database.run(RoundTrip.ROLES
                + "CREATE TABLE early (id integer); GRANT SELECT ON early TO writer;"
                + "CREATE TABLE theirs (id serial); GRANT SELECT ON theirs TO reader;"
                + "ALTER TABLE theirs OWNER TO \"Odd Owner\";"
                + "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO reader;"
                + "CREATE TABLE late (id integer)");

        database.thereAndBack(dropTable("theirs"));
        assertThat(database.thereAndBack(dropTable("late"))).hasSize(1);
        assertThat(database.thereAndBack(dropTable("early")))
                .contains("REVOKE SELECT ON public.early FROM reader", "GRANT SELECT ON public.early TO writer");
    }

    @TestFactory
    Stream<DynamicTest> what_cannot_be_made_again_is_said_to_be_irreversible() {
        return Map.of(
                        "CREATE TABLE t (a integer) PARTITION BY LIST (a)",
                        "it is partitioned",
                        "CREATE TABLE p (a integer) PARTITION BY LIST (a); CREATE TABLE t PARTITION OF p DEFAULT",
                        "it is a partition of p",
                        "CREATE TABLE p (a integer); CREATE TABLE t () INHERITS (p)",
                        "it inherits from p",
                        "CREATE TYPE c AS (a integer); CREATE TABLE t OF c",
                        "it is of the type c",
                        "CREATE TEMPORARY TABLE t (a integer)",
                        "it is temporary",
                        "CREATE TABLE p (a integer PRIMARY KEY); CREATE TABLE t (a integer REFERENCES p);"
                                + " ALTER TABLE t DISABLE TRIGGER ALL",
                        "the triggers of its foreign keys are switched off",
                        "CREATE TABLE t (a integer); CREATE SCHEMA postgres",
                        "it is in the schema 'public', which isn't the current one: name it with its schema")
                .entrySet()
                .stream()
                .map(example -> DynamicTest.dynamicTest(example.getKey(), () -> {
                    try (RoundTrip own = new RoundTrip()) {
                        own.run(example.getKey());
                        assertThat(own.reversal(dropTable("t")))
                                .isInstanceOfSatisfying(
                                        Reversal.Absent.class,
                                        absent -> assertThat(absent.reason()).contains(example.getValue()));
                    }
                }));
    }

    @Test
    void a_type_changes_back_with_its_collation_and_default() {
        database.run("CREATE TABLE t (a varchar(9) COLLATE \"C\" NOT NULL DEFAULT 'x')");

        database.thereAndBack(changeType("t", "a", "text"));
    }

    @Test
    void an_index_comes_back_as_it_was_made_without_blocking_anybody() {
        database.run("CREATE TABLE t (a text); CREATE UNIQUE INDEX i ON t (lower(a)); COMMENT ON INDEX i IS 'low'");

        assertThat(database.thereAndBack(new DropIndex(Optional.empty(), "t", "i", true)))
                .containsExactly(
                        "CREATE UNIQUE INDEX CONCURRENTLY i ON public.t USING btree (lower(a))",
                        "COMMENT ON INDEX \"i\" IS 'low'");
    }
}
