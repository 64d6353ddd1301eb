package dev.palindrome.adapters.jdbc.postgresql;

import static dev.palindrome.spi.operation.Operations.dropSequence;
import static dev.palindrome.spi.operation.Operations.dropTable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.spi.Row;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementRunner;
import dev.palindrome.spi.catalogue.Column;
import dev.palindrome.spi.catalogue.EnumType;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.SchemaObject;
import dev.palindrome.spi.catalogue.Sequence;
import dev.palindrome.spi.catalogue.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the inspector sees, and how often it asks. */
final class PostgresqlInspectorTest {
    private final RoundTrip database = new RoundTrip();
    private final PostgresqlInspector inspector = new PostgresqlInspector(new PostgresqlDialect());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_big_database_takes_few_queries() {
        database.run(
                "DO $$ BEGIN FOR i IN 1..300 LOOP EXECUTE 'CREATE TABLE t' || i || ' (id serial PRIMARY KEY, name text"
                        + " UNIQUE CHECK (name <> ''''), t integer REFERENCES t' || greatest(1, i - 1) || ')'; END LOOP; END $$");
        Counted counted = new Counted();

        List<SchemaObject> all = inspector.all(counted);
        assertThat(counted.queries).isEqualTo(2);
        assertThat(all).filteredOn(Table.class::isInstance).hasSize(300);
        assertThat(inspector.find(counted, ObjectName.of("t200"))).isPresent();
        assertThat(counted.queries).isEqualTo(3);
    }

    @Test
    void a_name_without_schema_is_found_along_the_search_path() {
        database.run("CREATE SCHEMA attic; CREATE TABLE box (outside integer); CREATE TABLE attic.box (inside integer);"
                + " CREATE TABLE attic.lid (id integer); CREATE TYPE attic.mood AS ENUM ('sad', 'it''s')");

        assertThat(columns("box")).containsExactly("outside");
        assertThat(inspector.find(database.session(), ObjectName.of("lid"))).isEmpty();
        database.run("SET search_path TO attic, public");
        assertThat(columns("box")).containsExactly("inside");
        assertThat(database.find("mood"))
                .isEqualTo(new EnumType(ObjectName.of("mood"), List.of("sad", "it's"), Optional.empty()));
        assertThat(database.all().stream().map(object -> object.name().toString()))
                .contains("box", "lid", "mood", "public.box");
    }

    private List<String> columns(String table) {
        return ((Table) database.find(table))
                .columns().stream().map(Column::name).toList();
    }

    @Test
    void a_reversal_within_the_same_search_path_restores_the_schema_of_that_path() {
        database.run("CREATE SCHEMA attic; SET search_path TO attic; CREATE TABLE box (id serial PRIMARY KEY);"
                + " CREATE TABLE thing (box integer REFERENCES box); CREATE INDEX i ON thing (box)");
        List<SchemaObject> before = database.all();

        database.backwards(database.forwards(dropTable("thing")), database.session());

        assertThat(database.all()).isEqualTo(before);
    }

    @Test
    void what_is_not_the_users_own_is_left_out() {
        database.run(
                "CREATE EXTENSION pg_stat_statements; CREATE TABLE palindrome_history (id serial);"
                        + " CREATE SCHEMA palindrome_x; CREATE TABLE palindrome_x.t (id integer); CREATE TEMP TABLE mine (id integer)");

        assertThat(database.all().stream().map(object -> object.name().toString()))
                .containsExactly("pg_stat_statements", "plpgsql", "public");
    }

    @TestFactory
    Stream<DynamicTest> a_change_of_what_no_operation_touches_is_seen() {
        return Stream.of(
                        "CREATE OR REPLACE FUNCTION f(a integer) RETURNS integer LANGUAGE sql AS 'SELECT 2'",
                        "CREATE FUNCTION f(a text) RETURNS integer LANGUAGE sql AS 'SELECT 1'",
                        "REVOKE EXECUTE ON FUNCTION f(integer) FROM PUBLIC",
                        "CREATE OR REPLACE PROCEDURE p() LANGUAGE sql AS 'SELECT 2'",
                        "ALTER DOMAIN d SET NOT NULL",
                        "ALTER DOMAIN d ADD CHECK (VALUE < 9)",
                        "ALTER TYPE c ADD ATTRIBUTE more integer",
                        "COMMENT ON SCHEMA public IS 'other'",
                        "CREATE EXTENSION citext",
                        "CREATE TYPE r AS RANGE (SUBTYPE = integer)",
                        "CREATE AGGREGATE g (integer) (SFUNC = int4pl, STYPE = integer)")
                .map(change -> DynamicTest.dynamicTest(change, () -> {
                    try (RoundTrip own = new RoundTrip()) {
                        own.run("CREATE FUNCTION f(a integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';"
                                + " CREATE PROCEDURE p() LANGUAGE sql AS 'SELECT 1'; CREATE DOMAIN d AS integer DEFAULT 3;"
                                + " CREATE TYPE c AS (a integer)");
                        List<SchemaObject> before = own.all();
                        own.run(change);
                        assertThat(own.all()).isNotEqualTo(before);
                    }
                }));
    }

    @Test
    void a_sequence_comes_back_with_its_options() {
        database.run(RoundTrip.ROLES
                + "CREATE SEQUENCE s AS smallint START WITH 5 INCREMENT BY -2 MINVALUE -10 MAXVALUE 20 CACHE 4"
                + " CYCLE; COMMENT ON SEQUENCE s IS 'counts'; GRANT USAGE ON SEQUENCE s TO reader WITH GRANT OPTION");

        assertThat(((Sequence) database.find("s")).definition())
                .isEqualTo(
                        "CREATE SEQUENCE \"s\" AS smallint START WITH 5 INCREMENT BY -2 MINVALUE -10 MAXVALUE 20 CACHE 4"
                                + " CYCLE");
        assertThat(database.thereAndBack(dropSequence("s"))).hasSize(3);
    }

    @Test
    void a_sequence_that_a_column_owns_belongs_to_it_again() {
        database.run("CREATE TABLE t (id integer); CREATE SEQUENCE s OWNED BY t.id");

        database.thereAndBack(dropSequence("s"));
        database.thereAndBack(dropTable("t"));
    }

    /** Counts what is asked. */
    private final class Counted implements StatementRunner {
        private int queries;

        @Override
        public long execute(Statement statement) {
            throw new AssertionError("An inspector changes nothing: " + statement.sql());
        }

        @Override
        public List<Row> query(Statement query) {
            queries++;
            return database.session().query(query);
        }

        @Override
        public <T> Optional<T> unwrap(Class<T> type) {
            throw new AssertionError("An inspector needs no connection");
        }
    }
}
