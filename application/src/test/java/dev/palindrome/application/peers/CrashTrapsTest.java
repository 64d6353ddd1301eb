package dev.palindrome.application.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.OnEachDatabase;
import dev.palindrome.application.databases.OnJournaledDatabases;
import dev.palindrome.application.databases.OnSharedDatabases;
import dev.palindrome.application.databases.Workbench;
import dev.palindrome.application.runners.RunnerProcess;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.MigrationStatus;
import dev.palindrome.domain.result.Status;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

/** See the package {@code kill}, too. */
@DisplayName("Crashes")
class CrashTrapsTest {
    @TempDir
    private Path folder;

    /** After {@code kill -9}, a tool's next run waits five minutes for a lock whose holder is dead, and fails. */
    @OnEachDatabase
    void the_lock_of_a_killed_runner_is_waited_for_no_longer_than_two_seconds(DatabaseKind kind) {
        Workbench bench = threeTables(kind);
        try (RunnerProcess runner = RunnerProcess.of(
                        bench.database().url(), "shop", bench.app("shop").folder())
                .pausingAt(5)
                .start()) {
            runner.await("ready");
            runner.go();
            runner.await("event 5 ");
            runner.kill();
        }

        MigrationResult next =
                bench.with(builder -> builder.lockTimeout(Duration.ofSeconds(2)), engine -> engine.forwards("shop"));

        assertThat(next.success()).describedAs(next.message()).isTrue();
        assertThat(bench.database().tables()).containsExactly("t1", "t2", "t3");
    }

    /**
     * Killed between two statements of one migration, a tool says Pending; its next run fails on the table that exists; its
     * repair says ok; and the run after that fails again. It never converges.
     */
    @OnSharedDatabases
    void killed_between_two_statements_of_one_migration_the_next_run_ends_where_it_should(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop")
                .migration(
                        "1", "CREATE TABLE t1 (id int);\nCREATE TABLE t2 (id int);", "DROP TABLE t2;\nDROP TABLE t1;");
        try (RunnerProcess runner = RunnerProcess.of(
                        bench.database().url(), "shop", bench.app("shop").folder())
                .pausingAt(2)
                .start()) {
            runner.await("ready");
            runner.go();
            runner.await("event 2 ");
            runner.kill();
        }

        assertThat(bench.check("shop")).extracting(MigrationStatus::status).containsExactly(Status.PENDING);
        assertThat(bench.database().tables()).isEmpty();
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        assertThat(bench.database().tables()).containsExactly("t1", "t2");
    }

    /** A tool's dirty mark holds the target version, so that nobody can tell which direction failed. */
    @OnSharedDatabases
    void a_failure_leaves_no_dirty_mark_and_both_directions_are_open(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop")
                .table("1", "t1")
                .migration("2", "CREATE TABLE t2 (id int);\nINSERT INTO nowhere VALUES (1);", "DROP TABLE t2;");
        assertThat(bench.forwards("shop", "all").success()).isFalse();

        assertThat(bench.check("shop"))
                .extracting(MigrationStatus::status)
                .containsExactly(Status.APPLIED, Status.PENDING);
        assertThat(bench.backwards("shop", "all").success()).isTrue();
        bench.app("shop").table("2", "t2");
        assertThat(bench.forwards("shop", "all").success()).isTrue();

        bench.app("shop").migration("2", "CREATE TABLE t2 (id int);", "DROP TABLE t2;\nDROP TABLE nowhere;");
        assertThat(bench.backwards("shop", "all").success()).isFalse();
        assertThat(bench.database().tables()).containsExactly("t1", "t2");
        assertThat(bench.database().history()).containsExactly("shop:1", "shop:2");
    }

    @OnJournaledDatabases
    void killed_between_two_definitions_that_commit_the_next_run_ends_where_it_should(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop")
                .migration(
                        "1", "CREATE TABLE t1 (id int);\nCREATE TABLE t2 (id int);", "DROP TABLE t2;\nDROP TABLE t1;");
        try (RunnerProcess runner = RunnerProcess.of(
                        bench.database().url(), "shop", bench.app("shop").folder())
                .pausingAt(2)
                .start()) {
            runner.await("ready");
            runner.go();
            runner.await("event 2 ");
            runner.kill();
        }

        assertThat(bench.forwards("shop", "all").success()).isTrue();
        assertThat(bench.database().tables()).containsExactly("t1", "t2");
        assertThat(bench.check("shop")).extracting(MigrationStatus::status).containsExactly(Status.APPLIED);
        assertThat(bench.forwards("shop", "all").message()).contains("Nothing to do");
    }

    /** A tool's dirty mark holds the target version, so that nobody can tell which direction failed. */
    @OnJournaledDatabases
    void what_stopped_half_way_says_its_direction_and_both_are_open(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop")
                .migration(
                        "1",
                        "CREATE TABLE t1 (id int);\nCREATE TABLE t2 (id int);\nINSERT INTO nowhere VALUES (1);",
                        "DROP TABLE t2;\nDROP TABLE t1;");
        assertThat(bench.forwards("shop", "all").success()).isFalse();
        assertThat(bench.with(engine -> engine.report("shop")).problems())
                .anySatisfy(
                        problem -> assertThat(problem.message()).contains("going forwards, it failed at statement 3"));
        assertThat(bench.backwards("shop", "all").success()).isTrue();

        bench.app("shop")
                .migration(
                        "1",
                        "CREATE TABLE t1 (id int);\nCREATE TABLE t2 (id int);",
                        "DROP TABLE t2;\nDROP TABLE nowhere;\nDROP TABLE t1;");
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        assertThat(bench.backwards("shop", "all").success()).isFalse();
        assertThat(bench.with(engine -> engine.report("shop")).problems())
                .anySatisfy(
                        problem -> assertThat(problem.message()).contains("going backwards, it failed at statement 2"));
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        assertThat(bench.database().tables()).containsExactly("t1", "t2");
    }

    /** MariaDB commits open work even when the definition itself fails. */
    @OnJournaledDatabases
    void rows_that_a_failing_definition_commits_are_written_once(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        String rows = "CREATE TABLE t1 (id int);\nINSERT INTO t1 VALUES (1);\nINSERT INTO t1 VALUES (2);\n";
        bench.app("shop").migration("1", rows + "CREATE TABLE t1 (id int);", "DELETE FROM t1;\nDROP TABLE t1;");
        assertThat(bench.forwards("shop", "all").success()).isFalse();

        bench.app("shop")
                .migration("1", rows + "CREATE TABLE t2 (id int);", "DROP TABLE t2;\nDELETE FROM t1;\nDROP TABLE t1;");
        assertThat(bench.forwards("shop", "all").success()).isTrue();

        assertThat(bench.database().rows("SELECT id FROM t1 ORDER BY id")).containsExactly("1", "2");
        assertThat(bench.backwards("shop", "all").success()).isTrue();
        assertThat(bench.database().tables()).isEmpty();
    }

    @OnJournaledDatabases
    void rows_that_a_failing_definition_of_a_reversal_commits_are_taken_back_once(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        String forwards = "INSERT INTO t1 VALUES (1);\nINSERT INTO t1 VALUES (2);\nCREATE TABLE t2 (id int);";
        String rows = "DELETE FROM t1 WHERE id = 2;\nUPDATE t1 SET id = id + 10;\n";
        bench.app("shop").table("1", "t1").migration("2", forwards, rows + "DROP TABLE nowhere;\nDROP TABLE t2;");
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        assertThat(bench.backwards("shop", "1").success()).isFalse();
        assertThat(bench.database().rows("SELECT id FROM t1")).containsExactly("11");
        assertThat(bench.with(engine -> engine.report("shop")).problems())
                .anySatisfy(
                        problem -> assertThat(problem.message()).contains("going backwards, it failed at statement 3"));

        bench.app("shop").migration("2", forwards, rows + "DROP TABLE t2;");
        MigrationResult next = bench.backwards("shop", "1");

        assertThat(next.success()).describedAs(next.message()).isTrue();
        assertThat(bench.database().rows("SELECT id FROM t1")).containsExactly("11");
        assertThat(bench.database().tables()).containsExactly("t1");
        assertThat(bench.database().history()).containsExactly("shop:1");
    }

    private Workbench threeTables(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop").table("1", "t1").table("2", "t2").table("3", "t3");
        return bench;
    }
}
