package dev.palindrome.examples.roundtrips;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The round trips are worth what their snapshots notice. */
class SnapshotTest {
    private static final String PARENT = "CREATE TABLE parent (id integer PRIMARY KEY); ";

    @TempDir
    Path folder;

    static Stream<Arguments> differences() {
        List<Difference> differences = List.of(
                new Difference("a table", "", "CREATE TABLE t (a integer)"),
                new Difference("a type", "CREATE TABLE t (a varchar(5))", "CREATE TABLE t (a varchar(6))"),
                new Difference("a default", "CREATE TABLE t (a integer)", "CREATE TABLE t (a integer DEFAULT 0)"),
                new Difference("nullability", "CREATE TABLE t (a integer)", "CREATE TABLE t (a integer NOT NULL)"),
                new Difference(
                        "the order of columns",
                        "CREATE TABLE t (a integer, b integer)",
                        "CREATE TABLE t (b integer, a integer)"),
                new Difference(
                        "a primary key",
                        "CREATE TABLE t (a integer NOT NULL)",
                        "CREATE TABLE t (a integer NOT NULL, CONSTRAINT k PRIMARY KEY (a))"),
                new Difference(
                        "a check",
                        "CREATE TABLE t (a integer, CONSTRAINT k CHECK (a > 0))",
                        "CREATE TABLE t (a integer, CONSTRAINT k CHECK (a >= 0))"),
                new Difference(
                        "a foreign key",
                        PARENT + "CREATE TABLE t (a integer)",
                        PARENT + "CREATE TABLE t (a integer REFERENCES parent (id))"),
                new Difference(
                        "the rule of a foreign key",
                        PARENT + "CREATE TABLE t (a integer REFERENCES parent (id))",
                        PARENT + "CREATE TABLE t (a integer REFERENCES parent (id) ON DELETE CASCADE)"),
                new Difference(
                        "an index",
                        "CREATE TABLE t (a integer)",
                        "CREATE TABLE t (a integer); CREATE INDEX i ON t (a)"),
                new Difference(
                        "a unique index",
                        "CREATE TABLE t (a integer); CREATE INDEX i ON t (a)",
                        "CREATE TABLE t (a integer); CREATE UNIQUE INDEX i ON t (a)"),
                new Difference(
                        "a view",
                        "CREATE TABLE t (a integer); CREATE VIEW v AS SELECT a FROM t WHERE a > 1",
                        "CREATE TABLE t (a integer); CREATE VIEW v AS SELECT a FROM t WHERE a > 2"),
                new Difference(
                        "a row", "CREATE TABLE t (a integer)", "CREATE TABLE t (a integer); INSERT INTO t VALUES (1)"),
                new Difference(
                        "the same row twice",
                        "CREATE TABLE t (a integer); INSERT INTO t VALUES (1)",
                        "CREATE TABLE t (a integer); INSERT INTO t VALUES (1); INSERT INTO t VALUES (1)"),
                new Difference(
                        "a null",
                        "CREATE TABLE t (a varchar(5)); INSERT INTO t VALUES ('')",
                        "CREATE TABLE t (a varchar(5)); INSERT INTO t VALUES (NULL)"));
        return differences.stream()
                .flatMap(difference -> Arrays.stream(Server.values()).map(server -> Arguments.of(difference, server)));
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("differences")
    void a_snapshot_notices(Difference difference, Server server) throws SQLException {
        String url = server.newDatabase(folder);
        Snapshot left = after(difference.left, server, url);
        undo(difference.left, url);
        assertThat(after(difference.left, server, url)).isEqualTo(left);
        undo(difference.left, url);
        assertThat(after(difference.right, server, url)).isNotEqualTo(left);
    }

    private static Snapshot after(String script, Server server, String url) throws SQLException {
        run(script, url);
        return Snapshot.of(server, url);
    }

    private static void undo(String script, String url) throws SQLException {
        run(
                (script.contains("VIEW v") ? "DROP VIEW v; " : "")
                        + (script.contains("TABLE t") ? "DROP TABLE t; " : "")
                        + (script.contains("TABLE parent") ? "DROP TABLE parent" : ""),
                url);
    }

    private static void run(String script, String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String sql : script.split(";")) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
    }

    private record Difference(String what, String left, String right) {
        @Override
        public String toString() {
            return what;
        }
    }
}
