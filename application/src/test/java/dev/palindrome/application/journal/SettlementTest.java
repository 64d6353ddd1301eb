package dev.palindrome.application.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.Workbench;
import dev.palindrome.application.runners.RunnerProcess;
import dev.palindrome.domain.result.MigrationResult;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A runner dies at a statement, and others change the same table before anybody looks what became of it. */
@DisplayName("Promise 15: what others do meanwhile proves nothing")
class SettlementTest {
    private static final String TABLE = "CREATE TABLE a (id int AUTO_INCREMENT PRIMARY KEY, other int);\n";
    private static final String DROP = "DROP TABLE a;";

    @TempDir
    private Path folder;

    @Test
    void rows_that_come_are_no_sign_that_it_ran() {
        Workbench bench = killed(2, TABLE + "ALTER TABLE a ADD COLUMN name text;", DROP);
        bench.database().run("INSERT INTO a (other) VALUES (1), (2), (3)");

        assertCompletes(bench, "name");
        assertThat(bench.database().rows("SELECT name FROM a")).hasSize(3);
    }

    @Test
    void another_change_of_the_table_leaves_it_to_people() {
        Workbench bench = killed(2, TABLE + "ALTER TABLE a ADD COLUMN name text;", DROP);
        bench.database().run("ALTER TABLE a ADD INDEX by_other (other)");

        assertInDoubt(bench.forwards("shop", "all"));
    }

    @Test
    void what_shows_its_effect_ran_whatever_else_changed() {
        Workbench bench = killed(-2, TABLE + "ALTER TABLE a ADD COLUMN name text;", DROP);
        bench.database().run("ALTER TABLE a ADD INDEX by_other (other)");

        assertCompletes(bench, "name");
    }

    @Test
    void a_changed_column_tells_by_itself() {
        String change = TABLE + "ALTER TABLE a MODIFY other bigint;\nALTER TABLE a ADD COLUMN name text;";
        Workbench ran = killed(-2, change, DROP);
        ran.database().run("ALTER TABLE a ADD INDEX by_other (other)");
        assertCompletes(ran, "name");
    }

    @Test
    void tables_that_change_places_are_left_to_people() {
        Workbench bench = killed(
                -3,
                "CREATE TABLE a (id int);\nCREATE TABLE b (id int);\nRENAME TABLE a TO c, b TO a, c TO b;",
                "RENAME TABLE a TO c, b TO a, c TO b;\nDROP TABLE b;\nDROP TABLE a;");

        assertInDoubt(bench.forwards("shop", "all"));
    }

    @Test
    void a_name_that_meant_another_schema_is_not_looked_up_in_this_one() {
        Workbench bench = killed(
                -3, "CREATE SCHEMA elsewhere;\nUSE elsewhere;\nCREATE TABLE a (id int);", "DROP SCHEMA elsewhere;");
        try {
            assertInDoubt(bench.forwards("shop", "all"));
        } finally {
            bench.database().run("DROP SCHEMA elsewhere");
        }
    }

    @Test
    void what_the_catalogue_does_not_show_of_a_view_is_left_to_people() {
        Workbench bench = killed(
                DatabaseKind.POSTGRESQL,
                -2,
                "CREATE MATERIALIZED VIEW v AS SELECT 1 AS a;\nCREATE INDEX CONCURRENTLY v_a ON v (a);",
                "DROP MATERIALIZED VIEW v;");

        assertInDoubt(bench.forwards("shop", "all"));
    }

    @Test
    void a_failed_statement_that_did_half_of_its_work_is_not_said_to_be_undone() {
        Workbench bench = Workbench.on(DatabaseKind.MARIADB, folder);
        bench.database().run("CREATE TABLE a (id int)");
        bench.app("shop").migration("1", "DROP TABLE a, nowhere;", "CREATE TABLE a (id int);");

        MigrationResult result = bench.forwards("shop", "all");

        assertThat(bench.database().tables()).isEmpty();
        assertThat(result.message()).doesNotContain("rolled back whole");
        assertInDoubt(bench.forwards("shop", "all"));
    }

    @Test
    void an_index_of_a_view_that_could_not_be_built_is_cleared_away() {
        Workbench bench = Workbench.on(DatabaseKind.POSTGRESQL, folder);
        bench.database().run("CREATE MATERIALIZED VIEW v AS SELECT 1 AS a UNION ALL SELECT 1");
        bench.app("shop").migration("1", "CREATE UNIQUE INDEX CONCURRENTLY v_a ON v (a);", "DROP INDEX v_a;");

        assertThat(bench.forwards("shop", "all").success()).isFalse();

        assertThat(bench.database().rows("SELECT count(*) FROM pg_index WHERE NOT indisvalid"))
                .containsExactly("0");
    }

    @Test
    void going_on_ends_a_drop_of_an_index_that_was_cut_off_half_way() {
        Workbench bench = halfDropped();

        MigrationResult next = bench.forwards("shop", "all");

        assertThat(next.success()).describedAs(next.message()).isTrue();
        assertThat(validityOfIndex(bench)).isEmpty();
    }

    @Test
    void going_back_from_a_drop_that_was_cut_off_half_way_makes_the_index_again() {
        Workbench bench = halfDropped();

        MigrationResult back = bench.backwards("shop", "all");

        assertThat(back.success()).describedAs(back.message()).isTrue();
        assertThat(validityOfIndex(bench)).containsExactly("t");
    }

    private Workbench halfDropped() {
        Workbench bench = Workbench.on(DatabaseKind.POSTGRESQL, folder);
        bench.database().run("CREATE TABLE a (id int)", "CREATE INDEX a_id ON a (id)");
        killed(bench, 1, "DROP INDEX CONCURRENTLY a_id;", "CREATE INDEX a_id ON a (id);");
        bench.database()
                .run("UPDATE pg_index SET indisvalid = false, indisready = false, indislive = false"
                        + " WHERE indexrelid = 'a_id'::regclass");
        return bench;
    }

    @Test
    void a_drop_of_an_index_that_is_given_up_half_way_can_be_taken_back() throws SQLException {
        Workbench bench = Workbench.on(DatabaseKind.POSTGRESQL, folder);
        bench.database().run("CREATE TABLE a (id int)", "CREATE INDEX a_id ON a (id)");
        bench.app("shop")
                .migration(
                        "1",
                        "SET statement_timeout = '2s';\nDROP INDEX CONCURRENTLY a_id;",
                        "CREATE INDEX a_id ON a (id);");
        try (Connection reader = DriverManager.getConnection(bench.database().url())) {
            reader.setAutoCommit(false);
            try (var query = reader.createStatement()) {
                query.executeQuery("SELECT * FROM a");
            }
            assertThat(bench.forwards("shop", "all").success()).isFalse();
        }
        assertThat(validityOfIndex(bench)).containsExactly("f");

        MigrationResult back = bench.backwards("shop", "all");

        assertThat(back.success()).describedAs(back.message()).isTrue();
        assertThat(validityOfIndex(bench)).containsExactly("t");
    }

    private static List<String> validityOfIndex(Workbench bench) {
        return bench.database()
                .rows("SELECT indisvalid FROM pg_index JOIN pg_class ON oid = indexrelid WHERE relname = 'a_id'");
    }

    @Test
    void an_invalid_index_of_somebody_else_stays() {
        Workbench bench = Workbench.on(DatabaseKind.POSTGRESQL, folder);
        bench.database()
                .run(
                        "CREATE TABLE theirs (id int)",
                        "CREATE INDEX a ON theirs (id)",
                        "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'a'::regclass");
        bench.app("shop")
                .migration(
                        "1",
                        "CREATE TABLE t (a int);\nINSERT INTO t VALUES (1), (1);\n"
                                + "CREATE UNIQUE INDEX CONCURRENTLY /* of a */ t_a ON t (a);",
                        "DROP TABLE t;");

        assertThat(bench.forwards("shop", "all").success()).isFalse();

        assertThat(bench.database().rows("SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid"))
                .containsExactly("a");
    }

    private static void assertCompletes(Workbench bench, String column) {
        MigrationResult next = bench.forwards("shop", "all");
        assertThat(next.success()).describedAs(next.message()).isTrue();
        assertThat(bench.database()
                        .rows("SELECT column_name FROM information_schema.columns WHERE table_name = 'a'"
                                + " AND table_schema = DATABASE()"))
                .contains(column);
    }

    private static void assertInDoubt(MigrationResult result) {
        assertThat(result.success()).isFalse();
        assertThat(result.problems())
                .anySatisfy(problem -> assertThat(problem.toString()).contains("journal/in-doubt"));
    }

    private Workbench killed(int point, String forwards, String backwards) {
        return killed(DatabaseKind.MARIADB, point, forwards, backwards);
    }

    private Workbench killed(DatabaseKind kind, int point, String forwards, String backwards) {
        Workbench bench = Workbench.on(kind, folder);
        killed(bench, point, forwards, backwards);
        return bench;
    }

    private static void killed(Workbench bench, int point, String forwards, String backwards) {
        bench.app("shop").migration("1", forwards, backwards);
        RunnerProcess.Launch launch = RunnerProcess.of(
                bench.database().url(), "shop", bench.app("shop").folder());
        try (RunnerProcess runner = (point > 0 ? launch.pausingAt(point) : launch.pausingBehind(-point)).start()) {
            runner.await("ready");
            runner.go();
            runner.await(point > 0 ? "event " + point + " " : "behind " + -point);
            runner.kill();
        }
    }
}
