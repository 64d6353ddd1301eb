package dev.palindrome.application.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.NotToday;
import dev.palindrome.application.databases.OnEachDatabase;
import dev.palindrome.application.databases.Workbench;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.MigrationStatus;
import dev.palindrome.domain.result.Status;
import dev.palindrome.domain.result.StepOutcome;
import dev.palindrome.domain.result.StepResult;
import dev.palindrome.spi.Problem;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Change and history disagree")
class HistoryTrapsTest {
    @TempDir
    private Path folder;

    /** A tool commits the change first and writes its history afterwards: if that fails, the change is there and the row isn't. */
    @OnEachDatabase
    void a_row_that_cannot_be_written_leaves_history_and_schema_agreeing(DatabaseKind kind) {
        Workbench bench = threeTables(kind);
        assertThat(bench.forwards("shop", "1").success()).isTrue();
        NotToday.forbid(kind, bench.database(), "INSERT");

        MigrationResult result = bench.forwards("shop", "all");

        assertThat(result.success()).isFalse();
        assertThat(result.message()).contains("not today");
        assertThat(bench.database().history()).containsExactly("shop:1");
        if (kind.holdsDefinitions()) {
            assertThat(result.steps())
                    .extracting(StepResult::outcome)
                    .startsWith(StepOutcome.ROLLED_BACK, StepOutcome.NOT_STARTED);
            assertThat(bench.database().tables()).containsExactly("t1");
            assertStatuses(bench, Status.APPLIED, Status.PENDING, Status.PENDING);
        } else { // then it is said that the change stays, and check says so, too
            assertThat(result.steps())
                    .extracting(StepResult::outcome)
                    .startsWith(StepOutcome.FAILED, StepOutcome.NOT_STARTED);
            assertThat(result.message()).contains("stays in the database", "does not have the migration yet");
            assertThat(bench.database().tables()).containsExactly("t1", "t2");
            assertStatuses(bench, Status.APPLIED, Status.FAILED, Status.PENDING);
            assertHalfDone(bench, "Migration 'shop:2' is half-done: going forwards, it stopped after statement 1 on ");
        }
        NotToday.allow(kind, bench.database());
        MigrationResult next = bench.forwards("shop", "all"); // a table that is there could not be created again
        assertThat(next.success()).describedAs(next.message()).isTrue();
        assertThat(bench.database().tables()).containsExactly("t1", "t2", "t3");
        assertStatuses(bench, Status.APPLIED, Status.APPLIED, Status.APPLIED);
    }

    /** The same tool does so on its way back: the table is gone, the row says that it is there. */
    @OnEachDatabase
    void a_row_that_cannot_be_deleted_leaves_history_and_schema_agreeing(DatabaseKind kind) {
        Workbench bench = threeTables(kind);
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        NotToday.forbid(kind, bench.database(), "DELETE");

        MigrationResult result = bench.backwards("shop", "all");

        assertThat(result.success()).isFalse();
        assertThat(result.message()).contains("not today");
        assertThat(bench.database().history()).containsExactly("shop:1", "shop:2", "shop:3");
        if (kind.holdsDefinitions()) {
            assertThat(result.steps())
                    .extracting(StepResult::outcome)
                    .startsWith(StepOutcome.ROLLED_BACK, StepOutcome.NOT_STARTED);
            assertThat(bench.database().tables()).containsExactly("t1", "t2", "t3");
            assertStatuses(bench, Status.APPLIED, Status.APPLIED, Status.APPLIED);
        } else {
            assertThat(result.steps())
                    .extracting(StepResult::outcome)
                    .startsWith(StepOutcome.FAILED, StepOutcome.NOT_STARTED);
            assertThat(result.message()).contains("stays in the database", "still has the migration");
            assertThat(bench.database().tables()).containsExactly("t1", "t2");
            assertStatuses(bench, Status.APPLIED, Status.APPLIED, Status.FAILED);
            assertHalfDone(bench, "Migration 'shop:3' is half-done: going backwards, it stopped after statement 1 on ");
        }
        NotToday.allow(kind, bench.database());
        MigrationResult next = bench.backwards("shop", "all"); // a table that is gone could not be dropped again
        assertThat(next.success()).describedAs(next.message()).isTrue();
        assertThat(bench.database().tables()).isEmpty();
        assertStatuses(bench, Status.PENDING, Status.PENDING, Status.PENDING);
    }

    /** A tool writes its history row after the migration's transaction has closed. */
    @OnEachDatabase
    void the_history_row_is_written_before_the_commit(DatabaseKind kind) {
        Workbench bench = threeTables(kind);
        assertThat(bench.forwards("shop", "1").success()).isTrue();

        List<String> statements = bench.forwards("shop", "1").steps().get(0).statements();

        int begin = statements.indexOf("BEGIN");
        assertThat(statements.subList(begin, statements.size()))
                .anySatisfy(sql -> assertThat(sql).startsWith("INSERT INTO").containsPattern("palindrome_history[`\"]"))
                .endsWith("COMMIT");
    }

    /** A tool deletes history rows by the migration's id alone, so another app's row of the same id goes too. */
    @OnEachDatabase
    void reversing_one_app_leaves_another_apps_entry_of_the_same_id(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop").table("1", "shop_table");
        bench.app("bank").table("1", "bank_table");
        assertThat(bench.forwards("bank", "all").success()).isTrue();
        assertThat(bench.forwards("shop", "all").success()).isTrue();

        assertThat(bench.backwards("shop", "all").success()).isTrue();

        assertThat(bench.database().history()).containsExactly("bank:1");
        assertThat(bench.database().tables()).containsExactly("bank_table");
    }

    /** A tool orders what ran by timestamp; ties are undefined, and so is the order of reversal. */
    @OnEachDatabase
    void migrations_that_ran_at_one_instant_are_reversed_in_the_reverse_of_their_run(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop").table("1", "t1").table("2", "t2").table("3", "t3").table("10", "t10");
        Clock stopped = Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC);
        assertThat(bench.with(builder -> builder.module(Workbench.at(stopped)), engine -> engine.forwards("shop"))
                        .success())
                .isTrue();
        assertThat(bench.database().rows("SELECT DISTINCT ran_on FROM \"palindrome_history\""))
                .hasSize(1);

        assertThat(bench.backwards("shop", "all").steps())
                .extracting(StepResult::migrationId)
                .containsExactly("10", "3", "2", "1");
    }

    private Workbench threeTables(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop").table("1", "t1").table("2", "t2").table("3", "t3");
        return bench;
    }

    private static void assertStatuses(Workbench bench, Status... statuses) {
        assertThat(bench.check("shop")).extracting(MigrationStatus::status).containsExactly(statuses);
    }

    private static void assertHalfDone(Workbench bench, String beginning) {
        assertThat(bench.with(engine -> engine.report("shop")).problems())
                .singleElement()
                .extracting(Problem::message)
                .asString()
                .startsWith(beginning);
    }
}
