package dev.palindrome.application.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.TestPack;
import dev.palindrome.application.databases.Workbench;
import dev.palindrome.application.runners.RunnerProcess;
import dev.palindrome.domain.plan.Verdict;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.Status;
import dev.palindrome.domain.run.Terms;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A runner dies at a statement of which the catalogue shows nothing: nobody guesses, and people settle it. */
@DisplayName("Promise 15: what only people can know")
class DoubtTest {
    private static final Terms AGREED = Terms.ASK.withAutoAgree(true);

    @TempDir
    private Path folder;

    @Test
    void a_statement_that_had_not_run_is_refused_until_people_say_so() {
        Workbench bench = killed(DatabaseKind.POSTGRESQL, 2);

        assertThat(bench.check("shop").get(0).status()).isEqualTo(Status.FAILED);
        assertInDoubt(bench.forwards("shop", "all"));
        assertInDoubt(bench.backwards("shop", "all"));
        assertInDoubt(bench.with(engine -> engine.repair("shop", Optional.empty(), AGREED)));

        settleAndGoOn(bench, Verdict.UNDONE);
    }

    @Test
    void a_statement_that_had_run_does_not_run_again_when_people_say_so() {
        settleAndGoOn(killed(DatabaseKind.POSTGRESQL, -2), Verdict.DONE);
    }

    @Test
    void once_settled_it_can_be_taken_back_too() {
        Workbench bench = killed(DatabaseKind.POSTGRESQL, -2);
        assertThat(settle(bench, Verdict.DONE).success()).isTrue();

        assertThat(bench.backwards("shop", "all").success()).isTrue();
        assertThat(bench.database().tables()).isEmpty();
    }

    @Test
    void a_procedure_may_have_done_anything() {
        Workbench bench = killed(DatabaseKind.MARIADB, 3);

        assertInDoubt(bench.forwards("shop", "all"));

        assertThat(settle(bench, Verdict.UNDONE).success()).isTrue();
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        assertThat(bench.database().rows("SELECT id FROM a")).containsExactly("7");
    }

    private static void settleAndGoOn(Workbench bench, Verdict verdict) {
        assertThat(settle(bench, verdict).success()).isTrue();
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        assertThat(bench.database().tables()).containsExactly("a", "b");
        assertThat(bench.database().rows("SELECT id FROM a")).containsExactly("1");
    }

    private static MigrationResult settle(Workbench bench, Verdict verdict) {
        return bench.with(engine -> engine.repair("shop", Optional.of(verdict), AGREED));
    }

    private static void assertInDoubt(MigrationResult result) {
        assertThat(result.success()).isFalse();
        assertThat(result.problems())
                .anySatisfy(problem -> assertThat(problem.toString())
                        .contains("journal/in-doubt", "'shop:1' is half-done", "repair shop --settle"));
    }

    private Workbench killed(DatabaseKind kind, int point) {
        Workbench bench = Workbench.on(kind, folder);
        TestPack shop = bench.app("shop");
        if (kind == DatabaseKind.MARIADB) {
            shop.migration(
                    "1",
                    "CREATE TABLE a (id int);\nCREATE PROCEDURE fill() INSERT INTO a VALUES (7);\nCALL fill();",
                    "DROP PROCEDURE fill;\nDROP TABLE a;");
        } else {
            shop.file("1__none.sql", """
                    -- palindrome: transaction=none
                    -- forwards
                    CREATE TABLE a (id int);
                    INSERT INTO a VALUES (1);
                    CREATE TABLE b (id int);
                    -- backwards
                    DROP TABLE b;
                    DELETE FROM a;
                    DROP TABLE a;
                    """);
        }
        RunnerProcess.Launch launch = RunnerProcess.of(bench.database().url(), "shop", shop.folder());
        try (RunnerProcess runner = (point > 0 ? launch.pausingAt(point) : launch.pausingBehind(-point)).start()) {
            runner.await("ready");
            runner.go();
            runner.await(point > 0 ? "event " + point + " " : "behind " + -point);
            runner.kill();
        }
        return bench;
    }
}
