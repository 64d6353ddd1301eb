package dev.palindrome.application.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.OnEachDatabase;
import dev.palindrome.application.databases.Workbench;
import dev.palindrome.domain.BackwardsRequest;
import dev.palindrome.domain.ForwardsRequest;
import dev.palindrome.domain.plan.Verdict;
import dev.palindrome.domain.result.CheckReport;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.Status;
import dev.palindrome.domain.result.StepOutcome;
import dev.palindrome.domain.run.Terms;
import dev.palindrome.spi.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Promise 15: a migration that stopped half-way")
class HalfDoneTest {
    private static final Terms AGREED = Terms.ASK.withAutoAgree(true);

    @TempDir
    private Path folder;

    @OnEachDatabase
    void a_failure_says_what_stays_and_check_says_where_it_stopped(DatabaseKind kind) {
        Workbench bench = failing(kind);

        MigrationResult result = bench.forwards("shop", "all");

        assertThat(result.steps().get(0).outcome()).isEqualTo(StepOutcome.FAILED);
        assertThat(result.message()).contains("stays in the database", "'palindrome backwards shop'");
        CheckReport report = bench.with(engine -> engine.report("shop"));
        assertThat(report.statuses().get(0).status()).isEqualTo(Status.FAILED);
        assertThat(report.statuses().get(0).hasRan()).isFalse();
        assertThat(messages(report.problems()))
                .contains("'shop:1' is half-done", "going forwards", "it failed at statement 3", "nowhere");
    }

    @OnEachDatabase
    void a_failure_on_the_way_back_says_the_same(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        write(
                bench,
                kind,
                "CREATE TABLE a (id int);\nCREATE TABLE b (id int);",
                "DROP TABLE b;\nDELETE FROM nowhere;\nDROP TABLE a;");
        assertThat(bench.forwards("shop", "all").success()).isTrue();

        MigrationResult result = bench.backwards("shop", "all");

        assertThat(result.steps().get(0).outcome()).isEqualTo(StepOutcome.FAILED);
        assertThat(result.message()).contains("stays in the database", "'palindrome forwards shop'");
        CheckReport report = bench.with(engine -> engine.report("shop"));
        assertThat(report.statuses().get(0).status()).isEqualTo(Status.FAILED);
        assertThat(report.statuses().get(0).hasRan()).isTrue();
        assertThat(messages(report.problems()))
                .contains("'shop:1' is half-done", "going backwards", "it failed at statement 2", "nowhere");
    }

    @OnEachDatabase
    void a_mended_migration_goes_on_behind_what_has_run(DatabaseKind kind) {
        Workbench bench = failing(kind);
        assertThat(bench.forwards("shop", "all").success()).isFalse();
        write(
                bench,
                kind,
                "CREATE TABLE a (id int);\nCREATE TABLE b (id int);\nINSERT INTO b VALUES (7);\nCREATE TABLE c (id int);",
                "DROP TABLE c;\nDELETE FROM b;\nDROP TABLE b;\nDROP TABLE a;");

        MigrationResult preview = bench.forwards(ForwardsRequest.of("shop").preview(true));
        assertThat(String.join("\n", preview.steps().get(0).statements()))
                .contains("INSERT INTO b VALUES (7)")
                .doesNotContain("\nCREATE TABLE b");
        assertThat(bench.forwards("shop", "all").success()).isTrue();

        assertThat(bench.database().tables()).containsExactly("a", "b", "c");
        assertThat(bench.database().rows("SELECT id FROM b")).containsExactly("7");
        assertThat(bench.backwards("shop", "all").success()).isTrue();
        assertThat(bench.database().tables()).isEmpty();
    }

    @OnEachDatabase
    void a_migration_whose_beginning_was_changed_does_not_go_on_but_goes_back(DatabaseKind kind) {
        Workbench bench = failing(kind);
        assertThat(bench.forwards("shop", "all").success()).isFalse();
        write(bench, kind, "CREATE TABLE x (id int);\nCREATE TABLE b (id int);", "DROP TABLE b;\nDROP TABLE x;");

        MigrationResult result = bench.forwards("shop", "all");

        assertThat(result.success()).isFalse();
        assertThat(messages(result.problems())).contains("journal/changed");
        assertThat(bench.backwards("shop", "all").success()).isTrue();
        assertThat(bench.database().tables()).isEmpty();
        assertThat(bench.forwards("shop", "all").success()).isTrue();
    }

    @OnEachDatabase
    void exactly_what_has_run_is_taken_back_and_nothing_of_others(DatabaseKind kind) {
        Workbench bench = failing(kind);
        bench.database().run("CREATE TABLE c (id int)"); // somebody else's: the migration never came so far
        assertThat(bench.forwards("shop", "all").success()).isFalse();

        MigrationResult result = bench.backwards("shop", "all");

        assertThat(result.success()).describedAs(result.message()).isTrue();
        assertThat(bench.database().tables()).containsExactly("c");
        assertThat(bench.check("shop").get(0).status()).isEqualTo(Status.PENDING);
    }

    @OnEachDatabase
    void a_reversal_of_which_the_words_do_not_tell_is_refused_whole(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        write(
                bench,
                kind,
                "CREATE TABLE a (id int);\nINSERT INTO a VALUES (1);\nCREATE TABLE b (id int);\n"
                        + "INSERT INTO a VALUES (2);\nINSERT INTO nowhere VALUES (1);",
                "DROP TABLE b;\nDELETE FROM a;\nDROP TABLE a;\nUPDATE somewhere SET x = 1;");
        assertThat(bench.forwards("shop", "all").success()).isFalse();
        List<String> half = bench.database().tables();

        // without a transaction the second row has stayed too, so that the DELETE is sure to be about what has run
        String untold = kind.holdsDefinitions() ? "'UPDATE somewhere SET x = 1'" : "'DELETE FROM a'";

        MigrationResult result = bench.backwards("shop", "all");

        assertThat(result.success()).isFalse();
        assertThat(messages(result.problems())).contains("journal/unpaired", untold, "repair shop --settle nothing");
        assertThat(bench.database().tables()).isEqualTo(half);
    }

    @OnEachDatabase
    void a_statement_that_fails_first_leaves_nothing_half_done(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        write(bench, kind, "CREATE TABEL a (id int);\nCREATE TABLE b (id int);", "DROP TABLE a;");

        MigrationResult result = bench.forwards("shop", "all");

        assertThat(result.steps().get(0).outcome()).isEqualTo(StepOutcome.ROLLED_BACK);
        assertThat(bench.check("shop").get(0).status()).isEqualTo(Status.PENDING);
    }

    @OnEachDatabase
    void what_people_say_settles_what_is_half_done(DatabaseKind kind) {
        Workbench bench = failing(kind);
        assertThat(bench.forwards("shop", "all").success()).isFalse();

        MigrationResult noDoubt = repair(bench, Verdict.DONE);
        assertThat(messages(noDoubt.problems())).contains("No statement is in doubt");

        bench.database().run("DROP TABLE a", "DROP TABLE b");
        assertThat(repair(bench, Verdict.NOTHING).success()).isTrue();
        assertThat(bench.check("shop").get(0).status()).isEqualTo(Status.PENDING);

        assertThat(bench.forwards("shop", "all").success()).isFalse();
        bench.database().run("CREATE TABLE c (id int)");
        assertThat(repair(bench, Verdict.WHOLE).success()).isTrue();
        assertThat(bench.check("shop").get(0).status()).isEqualTo(Status.FAKED);
        assertThat(bench.backwards("shop", "all").success()).isTrue();
        assertThat(bench.database().tables()).isEmpty();
    }

    @OnEachDatabase
    void half_reversed_it_can_be_reversed_whole_or_run_again(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        write(
                bench,
                kind,
                "CREATE TABLE a (id int);\nCREATE TABLE b (id int);\nCREATE TABLE c (id int);",
                "DROP TABLE c;\nDROP TABLE b;\nDROP TABLE nowhere;\nDROP TABLE a;");
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        assertThat(bench.backwards("shop", "all").success()).isFalse();
        assertThat(bench.database().tables()).containsExactly("a");
        assertThat(bench.check("shop").get(0).hasRan()).isTrue();

        MigrationResult again = bench.forwards("shop", "all");

        assertThat(again.success())
                .describedAs(again.message() + again.problems())
                .isTrue();
        assertThat(bench.database().tables()).containsExactly("a", "b", "c");
        assertThat(bench.check("shop").get(0).status()).isEqualTo(Status.APPLIED);

        assertThat(bench.backwards("shop", "all").success()).isFalse();
        write(
                bench,
                kind,
                "CREATE TABLE a (id int);\nCREATE TABLE b (id int);\nCREATE TABLE c (id int);",
                "DROP TABLE c;\nDROP TABLE b;\nDROP TABLE a;");
        assertThat(bench.backwards("shop", "all").success()).isTrue();
        assertThat(bench.database().tables()).isEmpty();
    }

    @Test
    void what_was_set_for_the_session_is_set_again_for_what_is_left() {
        Workbench bench = Workbench.on(DatabaseKind.MARIADB, folder);
        bench.app("shop").file("1__set.sql", setting("INSERT INTO nowhere VALUES (1)"));
        assertThat(bench.forwards("shop", "all").success()).isFalse();
        bench.app("shop").file("1__set.sql", setting("INSERT INTO b VALUES (7)"));

        MigrationResult next = bench.forwards("shop", "all");

        assertThat(next.success()).describedAs(next.message()).isTrue();
        assertThat(bench.database().rows("SELECT parent FROM b ORDER BY 1")).containsExactly("7", "8");
    }

    /** Rows without a parent are taken only while the session doesn't look. */
    private static String setting(String third) {
        return """
                -- forwards
                SET foreign_key_checks = 0;
                CREATE TABLE a (id int PRIMARY KEY);
                CREATE TABLE b (parent int, FOREIGN KEY (parent) REFERENCES a (id));
                %s;
                INSERT INTO b VALUES (8);
                -- backwards
                DROP TABLE b;
                DROP TABLE a;
                """.formatted(third);
    }

    /** A file of SQLite's keeps nothing temporary when its connection is closed. */
    @Test
    void what_is_left_is_refused_if_it_names_something_temporary_that_is_gone() {
        Workbench bench = Workbench.on(DatabaseKind.SQLITE, folder);
        assertThat(temporary(bench, "INSERT INTO nowhere VALUES (1)", "INSERT INTO a SELECT id FROM t")
                        .success())
                .isFalse();

        MigrationResult refused = temporary(bench, "INSERT INTO a VALUES (1)", "INSERT INTO a SELECT id FROM t");

        assertThat(refused.success()).isFalse();
        assertThat(messages(refused.problems()))
                .contains("journal/temporary", "What is left names 't'", "repair shop --settle whole");
        assertThat(bench.database().rows("SELECT id FROM a")).isEmpty();

        assertThat(temporary(bench, "INSERT INTO a VALUES (1)", "INSERT INTO a VALUES (2)")
                        .success())
                .isTrue();
        assertThat(bench.database().rows("SELECT id FROM a")).containsExactly("1", "2");
    }

    private static MigrationResult temporary(Workbench bench, String third, String fourth) {
        bench.app("shop")
                .file(
                        "1__none.sql",
                        "-- palindrome: transaction=none\n-- forwards\nCREATE TEMP TABLE t (id int);\n"
                                + "CREATE TABLE a (id int);\n" + third + ";\n" + fourth
                                + ";\n-- backwards\nDROP TABLE a;\n");
        return bench.forwards("shop", "all");
    }

    @Test
    void what_is_left_of_the_way_back_is_refused_if_it_names_something_temporary_that_is_gone() {
        Workbench bench = Workbench.on(DatabaseKind.SQLITE, folder);
        bench.app("shop").file("1__none.sql", """
                -- palindrome: transaction=none
                -- forwards
                CREATE TABLE a (id int);
                -- backwards
                CREATE TEMP TABLE t AS SELECT * FROM a;
                DROP TABLE a;
                DROP TABLE nowhere;
                SELECT * FROM t;
                """);
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        assertThat(bench.backwards("shop", "all").success()).isFalse();

        MigrationResult refused = bench.backwards("shop", "all");

        assertThat(refused.success()).isFalse();
        assertThat(messages(refused.problems())).contains("journal/temporary", "What is left names 't'");
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        assertThat(bench.database().tables()).containsExactly("a");
    }

    /** PostgreSQL leaves an invalid index behind when it can't finish one. */
    @Test
    void what_a_failed_concurrent_index_leaves_is_cleared_away() {
        Workbench bench = Workbench.on(DatabaseKind.POSTGRESQL, folder);
        bench.app("shop")
                .migration(
                        "1",
                        "CREATE TABLE a (id int);\nINSERT INTO a VALUES (1), (1);\n"
                                + "CREATE UNIQUE INDEX CONCURRENTLY a_id ON a (id);\nCREATE TABLE b (id int);",
                        "DROP TABLE b;\nDROP INDEX a_id;\nDELETE FROM a;\nDROP TABLE a;");
        assertThat(bench.forwards("shop", "all").success()).isFalse();
        assertThat(bench.database().rows("SELECT count(*) FROM pg_index WHERE NOT indisvalid"))
                .containsExactly("0");

        bench.database().run("DELETE FROM a", "INSERT INTO a VALUES (2)");
        MigrationResult next = bench.forwards("shop", "all");

        assertThat(next.success()).describedAs(next.message()).isTrue();
        assertThat(bench.database().tables()).containsExactly("a", "b");
        assertThat(bench.backwards("shop", "all").success()).isTrue();
    }

    @Test
    void changed_content_is_accepted_when_people_say_so() {
        Workbench bench = Workbench.on(DatabaseKind.SQLITE, folder);
        bench.app("shop").migration("1", "CREATE TABLE a (id int);", "DROP TABLE a;");
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        bench.app("shop").migration("1", "CREATE TABLE a (id integer);", "DROP TABLE a;");
        assertThat(bench.check("shop").get(0).status()).isEqualTo(Status.CHANGED);

        MigrationResult unanswered = bench.with(engine -> engine.repair("shop", Optional.empty(), Terms.ASK));
        assertThat(unanswered.success()).isFalse();
        assertThat(bench.check("shop").get(0).status()).isEqualTo(Status.CHANGED);

        MigrationResult agreed = bench.with(engine -> engine.repair("shop", Optional.empty(), AGREED));
        assertThat(agreed.success()).describedAs(agreed.message()).isTrue();
        assertThat(bench.check("shop").get(0).status()).isEqualTo(Status.APPLIED);
        assertThat(bench.with(engine -> engine.repair("shop", Optional.empty(), AGREED))
                        .message())
                .contains("Nothing to repair");
        assertThat(bench.backwards(BackwardsRequest.of("shop").autoAgree(true)).success())
                .isTrue();
    }

    private static MigrationResult repair(Workbench bench, Verdict verdict) {
        return bench.with(engine -> engine.repair("shop", Optional.of(verdict), AGREED));
    }

    private static String messages(List<Problem> problems) {
        return String.join("\n", problems.stream().map(Problem::toString).toList());
    }

    /** Two tables, then what fails, then one more. */
    private Workbench failing(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        write(
                bench,
                kind,
                "CREATE TABLE a (id int);\nCREATE TABLE b (id int);\nINSERT INTO nowhere VALUES (1);\n"
                        + "CREATE TABLE c (id int);",
                "DROP TABLE c;\nDROP TABLE b;\nDROP TABLE a;");
        return bench;
    }

    /** Where a transaction would hold it all, the migration asks for none. */
    private static void write(Workbench bench, DatabaseKind kind, String forwards, String backwards) {
        bench.app("shop")
                .file(
                        "1__test.sql",
                        (kind.holdsDefinitions() ? "-- palindrome: transaction=none\n" : "") + "-- forwards\n"
                                + forwards + "\n-- backwards\n" + backwards + "\n");
    }
}
