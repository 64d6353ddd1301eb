package dev.palindrome.application.promises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.Palindrome;
import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.OnEachDatabase;
import dev.palindrome.application.databases.Workbench;
import dev.palindrome.domain.BackwardsRequest;
import dev.palindrome.domain.ForwardsRequest;
import dev.palindrome.domain.plan.Course;
import dev.palindrome.domain.plan.Target;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.StepFailure;
import dev.palindrome.domain.result.StepOutcome;
import dev.palindrome.domain.result.StepResult;
import dev.palindrome.domain.run.Terms;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationPack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Promise 7: every operation returns a result")
class ResultsTest {
    @TempDir
    private Path folder;

    @OnEachDatabase
    void a_success_says_which_steps_were_done_and_how(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop").table("0001", "a").table("0002", "b");

        MigrationResult result = bench.forwards("shop", "all");

        assertThat(result.direction()).contains(Course.FORWARDS);
        assertThat(result.planHash()).isPresent();
        assertThat(result.preview()).isFalse();
        assertThat(result.failedStep()).isEmpty();
        assertThat(result.problems()).isEmpty();
        assertThat(result.steps()).hasSize(2).allSatisfy(step -> {
            assertThat(step.outcome()).isEqualTo(StepOutcome.DONE);
            assertThat(step.duration()).isPositive();
            assertThat(step.transactional()).isEqualTo(kind.holdsDefinitions());
            assertThat(step.statements()).isNotEmpty();
        });
    }

    /** The command without what was said besides would run, or reverse, what nobody asked for. */
    @Test
    void a_failure_names_no_command_that_does_something_else() throws IOException {
        Workbench bench = Workbench.on(DatabaseKind.SQLITE, folder);
        bench.app("shop")
                .migration("0001", "CREATE TABLE a (id int);", "DROP TABLE nowhere;")
                .table("0002", "b");
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        bench.database()
                .run(
                        "CREATE TRIGGER kept BEFORE DELETE ON palindrome_history BEGIN SELECT RAISE(ABORT, 'kept'); END",
                        "CREATE TRIGGER closed BEFORE INSERT ON palindrome_history BEGIN SELECT RAISE(ABORT, 'shut'); END");

        MigrationResult only = bench.backwards("shop", Target.only("0001"));
        bench.app("shop").table("0003", "c");
        MigrationResult faked =
                bench.with(engine -> engine.forwards(ForwardsRequest.of("shop").fake(true)));
        Files.delete(bench.app("shop").folder().resolve("0001__test.sql"));
        MigrationResult cleaned = bench.clean("shop", Terms.ASK.withAutoAgree(true));

        assertThat(List.of(only, faked, cleaned)).allSatisfy(result -> {
            assertThat(result.success()).isFalse();
            assertThat(result.message()).contains("run the same command again").doesNotContain("'palindrome ");
        });
        assertThat(only.message()).contains("'shop:0001' could not be reversed: it failed");
        assertThat(cleaned.message()).contains("'shop:0001' could not be removed from the history: it failed");
    }

    @OnEachDatabase
    void broken_sql_in_the_middle_is_named_with_its_statement_file_and_line(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop")
                .table("0001", "a")
                .file("0002__broken.sql", """
                        -- palindrome: description="two statements and a half"

                        -- forwards
                        CREATE TABLE b (id int);
                        INSERT INTO b
                               VALUES (1);

                        /* here it
                           breaks */
                        INSERT INTO nowhere
                               VALUES (2);
                        INSERT INTO b VALUES (3);
                        -- backwards
                        DROP TABLE b;
                        """)
                .table("0003", "c")
                .table("0004", "d");

        MigrationResult result = bench.forwards("shop", "all");

        assertThat(result.success()).isFalse();
        boolean whole = kind.holdsDefinitions();
        assertThat(result.steps())
                .extracting(StepResult::outcome)
                .containsExactly(
                        StepOutcome.DONE,
                        whole ? StepOutcome.ROLLED_BACK : StepOutcome.FAILED,
                        StepOutcome.NOT_STARTED,
                        StepOutcome.NOT_STARTED);
        StepResult failed = result.failedStep().orElseThrow();
        assertThat(failed.migrationId()).isEqualTo("0002");
        StepFailure failure = failed.failure().orElseThrow();
        assertThat(failure.index()).isEqualTo(3);
        assertThat(failure.text()).contains("INSERT INTO nowhere").doesNotContain("VALUES (1)", "VALUES (3)");
        assertThat(failure.location().source()).endsWith("0002__broken.sql");
        assertThat(failure.location().line()).isIn(8, 10); // the comment belongs to the statement below it, or not
        assertThat(failure.error()).containsIgnoringCase("nowhere");
        assertThat(result.message())
                .contains("'shop:0002'", "0002__broken.sql:", "1 migration before it is done", "2 were not started")
                .contains(whole ? "rolled back whole" : "stays in the database");
        assertThat(bench.database().tables()).containsExactlyElementsOf(whole ? List.of("a") : List.of("a", "b"));
        assertThat(bench.database().history()).containsExactly("shop:0001");
    }

    @OnEachDatabase
    void after_the_mend_the_next_run_goes_on_from_there(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop")
                .table("0001", "a")
                .migration("0002", "CREATE TABEL b (id int);", "DROP TABLE b;")
                .table("0003", "c");
        assertThat(bench.forwards("shop", "all").success()).isFalse();
        bench.app("shop").table("0002", "b");

        MigrationResult result = bench.forwards("shop", "all");

        assertThat(result.success()).isTrue();
        assertThat(result.steps()).extracting(StepResult::migrationId).containsExactly("0002", "0003");
        assertThat(bench.database().tables()).containsExactly("a", "b", "c");
    }

    @OnEachDatabase
    void java_code_that_throws_is_a_result_and_no_exception(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        MigrationPack pack = new MigrationPack() {
            @Override
            public String appName() {
                return "code";
            }

            @Override
            public List<Migration> migrations() {
                return List.of(Migration.id("1")
                        .forwardsCode("shop.Explodes", session -> {
                            throw new OutOfMemoryError("not really");
                        })
                        .build());
            }
        };

        MigrationResult result = bench.with(builder -> builder.packs(pack), engine -> engine.forwards("code"));

        assertThat(result.success()).isFalse();
        StepFailure failure = result.failedStep().orElseThrow().failure().orElseThrow();
        assertThat(failure.text()).contains("shop.Explodes");
        assertThat(failure.error()).contains("not really");
        assertThat(bench.database().tables()).isEmpty();
        assertThat(bench.database().history()).isEmpty();
    }

    @OnEachDatabase
    void a_database_that_may_only_be_read_is_read_and_never_half_written(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop").table("0001", "a").table("0002", "b");
        assertThat(bench.forwards("shop", "1").success()).isTrue();
        List<String> before = bench.database().catalogue();

        try (Palindrome engine =
                bench.prepared(Palindrome.on(readOnly(kind, bench))).build()) {
            assertThat(engine.check("shop")).hasSize(2);
            assertThat(engine.forwards(ForwardsRequest.of("shop").preview(true)).success())
                    .isTrue();
            assertThat(engine.forwards("shop", "0001").success())
                    .describedAs("there is nothing to do")
                    .isTrue();

            MigrationResult forwards = engine.forwards("shop", "all");
            assertThat(forwards.success()).isFalse();
            assertThat(forwards.message()).containsPattern("(?i)read[- ]?only");
            assertThat(forwards.steps())
                    .extracting(StepResult::outcome)
                    .doesNotContain(StepOutcome.DONE, StepOutcome.FAILED);
            MigrationResult backwards =
                    engine.backwards(BackwardsRequest.of("shop").autoAgree(true));
            assertThat(backwards.success()).isFalse();
        }
        assertThat(bench.database().catalogue()).isEqualTo(before);
        assertThat(bench.database().history()).containsExactly("shop:0001");
    }

    @Test
    void a_migration_does_not_run_with_the_settings_of_the_one_before() {
        Workbench bench = Workbench.on(DatabaseKind.MARIADB, folder);
        String own = bench.database().rows("SELECT DATABASE()").get(0);
        String other = own + "_other";
        bench.database().run("CREATE SCHEMA " + other);
        bench.app("shop")
                .migration("1", "USE " + other + ";\nDROP SCHEMA " + own + ";", "CREATE SCHEMA " + own + ";")
                .table("2", "b");

        MigrationResult result =
                bench.with(b -> b.historyTable(other + ".history"), engine -> engine.forwards("shop", "all"));

        assertThat(result.success()).isFalse();
        assertThat(result.steps())
                .extracting(StepResult::outcome)
                .containsExactly(StepOutcome.DONE, StepOutcome.ROLLED_BACK);
        assertThat(result.message()).contains("settings", "could not be put back", own);
    }

    @Test
    void what_is_wrong_with_a_reversal_hides_no_migration_that_ran() {
        Workbench bench = Workbench.on(DatabaseKind.MARIADB, folder);
        bench.app("shop").table("1", "a").migration("2", "CREATE TABLE b (id int);", "DROP TABLE 'b;");

        MigrationResult result = bench.forwards("shop", "all");

        assertThat(result.success()).isFalse();
        assertThat(bench.database().history()).hasSize((int) result.steps().stream()
                .filter(step -> step.outcome() == StepOutcome.DONE)
                .count());
    }

    @Test
    void what_no_transaction_holds_is_not_said_to_be_rolled_back() {
        Workbench bench = Workbench.on(DatabaseKind.MARIADB, folder);
        bench.app("shop")
                .migration("1", "CREATE TABLE a (id int) ENGINE=MyISAM;", "DROP TABLE a;")
                .migration("2", "INSERT INTO a VALUES (1);\nINSERT INTO nowhere VALUES (1);", "DELETE FROM a;");

        MigrationResult result = bench.forwards("shop", "all");

        assertThat(result.message())
                .contains("rolled back, but not whole", "non-transactional")
                .doesNotContain("rolled back whole");
        assertThat(bench.database().rows("SELECT id FROM a")).containsExactly("1");
    }

    private static String readOnly(DatabaseKind kind, Workbench bench) {
        String url = bench.database().url();
        return switch (kind) {
            case POSTGRESQL -> url + (url.contains("?") ? "&" : "?") + "options=-c%20default_transaction_read_only=on";
            case SQLITE -> url.replace("jdbc:sqlite:", "jdbc:sqlite:file:") + "?mode=ro";
            case H2 -> url + ";ACCESS_MODE_DATA=r";
            case MARIADB -> url + "&sessionVariables=tx_read_only=1";
        };
    }
}
