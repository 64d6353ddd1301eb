package dev.palindrome.application.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.OnEachDatabase;
import dev.palindrome.application.databases.Workbench;
import dev.palindrome.domain.plan.Target;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.MigrationStatus;
import dev.palindrome.domain.result.Status;
import dev.palindrome.domain.result.StepOutcome;
import dev.palindrome.domain.result.StepResult;
import dev.palindrome.domain.run.Terms;
import dev.palindrome.spi.Problem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("adopt APP --from TOOL")
class AdoptTest {
    private static final Terms AGREED = Terms.ASK.withAutoAgree(true);

    @TempDir
    private Path folder;

    private Workbench bench(DatabaseKind kind, String... ledger) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop").table("0001", "a").table("0002", "b").table("0003", "c");
        bench.database()
                .run(
                        "CREATE TABLE a (id integer)",
                        "CREATE TABLE b (id integer)",
                        "CREATE TABLE old_ledger (position integer, id varchar(20), standing varchar(20))");
        for (int i = 0; i < ledger.length; i += 2) {
            bench.database()
                    .run("INSERT INTO old_ledger VALUES (" + i + ", '" + ledger[i] + "', '" + ledger[i + 1] + "')");
        }
        return bench;
    }

    private static MigrationResult adopt(Workbench bench, Terms terms) {
        return bench.with(engine -> engine.adopt("shop", Optional.empty(), terms));
    }

    @OnEachDatabase
    void what_the_tool_has_run_is_recorded_and_can_go_backwards_and_forwards(DatabaseKind kind) {
        Workbench bench = bench(kind, "0001", "dated", "0002", "tagged");

        MigrationResult adopted = adopt(bench, AGREED);

        assertThat(adopted.success()).describedAs(adopted.message()).isTrue();
        assertThat(adopted.message()).isEqualTo("2 migrations adopted");
        assertThat(adopted.steps()).extracting(StepResult::outcome).containsOnly(StepOutcome.DONE);
        List<MigrationStatus> statuses = bench.check("shop");
        assertThat(statuses)
                .extracting(MigrationStatus::status)
                .containsExactly(Status.APPLIED, Status.APPLIED, Status.PENDING);
        MigrationStatus.Run first = statuses.get(0).run().orElseThrow();
        assertThat(first.ranOn()).isEqualTo(Instant.parse("2020-02-03T04:05:06Z"));
        assertThat(first.ranBy()).isEqualTo("anna");
        assertThat(statuses.get(1).run().orElseThrow().ranBy()).isEqualTo("unknown");
        assertThat(bench.database().rows("SELECT origin FROM \"palindrome_history\" ORDER BY sequence"))
                .first()
                .asString()
                .contains("\"tool\":\"ledger\"", "0001", "dated");

        assertThat(bench.forwards("shop", "all").message()).isEqualTo("1 migration ran forwards");
        assertThat(bench.backwards("shop", Target.tag("v1")).message()).isEqualTo("1 migration reversed");
        assertThat(bench.backwards("shop", "all").message()).isEqualTo("2 migrations reversed");
        assertThat(bench.database().tables()).containsExactly("old_ledger");
        assertThat(bench.database().rows("SELECT id FROM old_ledger ORDER BY position"))
                .hasSize(2);
    }

    @OnEachDatabase
    void what_the_pack_lacks_now_goes_back_by_the_reversal_that_was_stored(DatabaseKind kind) {
        Workbench bench = bench(kind, "0001", "plain", "0002", "plain");
        assertThat(adopt(bench, AGREED).success()).isTrue();
        bench.remove("shop");
        bench.app("other").table("0001", "z");

        assertThat(bench.backwards("shop", "all").message())
                .isEqualTo("2 migrations reversed, by their stored reversals");
        assertThat(bench.database().tables()).containsExactly("old_ledger");
    }

    @OnEachDatabase
    void a_preview_shows_each_row_and_writes_nothing(DatabaseKind kind) {
        Workbench bench = bench(kind, "0001", "dated", "0002", "changed", "0000", "gone", "x", "unknown");

        MigrationResult shown = adopt(bench, Terms.ASK.withPreview(true));

        assertThat(shown.message()).isEqualTo("3 migrations would be adopted");
        assertThat(shown.steps())
                .extracting(step -> step.migrationId() + " " + step.notes().get(0))
                .containsExactly(
                        "0001 applied: ledger ran it on 2020-02-03T04:05:06Z, as anna; nothing is run",
                        "0002 applied, and changed since: ledger ran it at a time that it doesn't record; nothing is run",
                        "0000 applied, and missing here: ledger ran it at a time that it doesn't record; nothing is run");
        assertThat(shown.problems())
                .extracting(problem -> problem.code().path())
                .containsExactly("adopt/changed", "adopt/missing", "adopt/unknown-row");
        assertThat(String.join(";", shown.steps().get(0).statements()))
                .contains("BEGIN")
                .doesNotContain("COMMIT");
        assertThat(shown.steps().get(2).statements()).last().isEqualTo("COMMIT");
        assertThat(bench.database().allTables()).doesNotContain("palindrome_history");
    }

    @OnEachDatabase
    void changed_and_missing_ones_count_as_such_afterwards(DatabaseKind kind) {
        Workbench bench = bench(kind, "0000", "gone", "0001", "changed", "0002", "plain");

        assertThat(adopt(bench, AGREED).success()).isTrue();

        assertThat(bench.check("shop"))
                .extracting(status -> status.migrationId() + " " + status.status())
                .containsExactly("0001 CHANGED", "0002 APPLIED", "0003 PENDING", "0000 MISSING");
        assertThat(bench.with(engine -> engine.repair("shop", Optional.empty(), AGREED))
                        .success())
                .isTrue();
        assertThat(bench.check("shop").get(0).status()).isEqualTo(Status.APPLIED);
    }

    @OnEachDatabase
    void a_dirty_history_is_refused_whole(DatabaseKind kind) {
        Workbench bench = bench(kind, "0001", "plain", "0002", "dirty");

        MigrationResult refused = adopt(bench, AGREED);

        assertThat(refused.success()).isFalse();
        assertThat(refused.problems())
                .filteredOn(Problem::isError)
                .extracting(problem -> problem.code().path())
                .containsExactly("ledger/dirty");
        assertThat(bench.database().allTables()).doesNotContain("palindrome_history");
    }

    @OnEachDatabase
    void two_rows_of_one_migration_are_refused(DatabaseKind kind) {
        Workbench bench = bench(kind, "0001", "dated", "0002", "plain", "0001", "plain");

        MigrationResult refused = adopt(bench, AGREED);

        assertThat(refused.success()).isFalse();
        assertThat(refused.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code().path()).isEqualTo("adopt/twice");
            assertThat(problem.message())
                    .startsWith(
                            "The history of ledger has migration '0001' twice, on 2020-02-03T04:05:06Z and at a time"
                                    + " that it doesn't record.");
        });
        assertThat(bench.database().allTables()).doesNotContain("palindrome_history");
    }

    @OnEachDatabase
    void nobody_asked_is_a_no(DatabaseKind kind) {
        Workbench bench = bench(kind, "0001", "plain");

        MigrationResult refused = adopt(bench, Terms.ASK);

        assertThat(refused.success()).isFalse();
        assertThat(refused.problems())
                .extracting(problem -> problem.code().path())
                .containsExactly("plan/not-confirmed");
        assertThat(bench.database().allTables()).doesNotContain("palindrome_history");
    }

    @OnEachDatabase
    void to_adopt_again_is_to_adopt_what_is_new(DatabaseKind kind) {
        Workbench bench = bench(kind, "0001", "plain");
        assertThat(adopt(bench, AGREED).message()).isEqualTo("1 migration adopted");
        bench.database().run("INSERT INTO old_ledger VALUES (9, '0002', 'plain')");

        assertThat(adopt(bench, AGREED).message()).isEqualTo("1 migration adopted");
        MigrationResult nothing = adopt(bench, AGREED);
        assertThat(nothing.success()).isTrue();
        assertThat(nothing.message()).isEqualTo("Nothing to adopt: the history already has all that ledger has run.");
    }

    @OnEachDatabase
    void what_was_taken_back_since_is_said_before_it_would_count_as_run(DatabaseKind kind) {
        Workbench bench = bench(kind, "0001", "plain", "0002", "plain");
        assertThat(adopt(bench, AGREED).problems()).isEmpty();
        assertThat(bench.backwards("shop", "1").success()).isTrue();

        MigrationResult again = adopt(bench, Terms.ASK.withPreview(true));

        assertThat(again.problems()).hasSize(1).first().satisfies(problem -> {
            assertThat(problem.code().path()).isEqualTo("adopt/taken-back");
            assertThat(problem.message()).startsWith("Migration '0002' made 'b', which isn't in the database.");
        });
    }

    @OnEachDatabase
    void what_the_tool_runs_while_somebody_thinks_is_shown_first(DatabaseKind kind) {
        Workbench bench = bench(kind, "0001", "plain");

        MigrationResult overtaken = bench.with(
                builder -> builder.module(Workbench.asking(question -> {
                    bench.database().run("INSERT INTO old_ledger VALUES (9, '0002', 'plain')");
                    return true;
                })),
                engine -> engine.adopt("shop", Optional.empty(), Terms.ASK));

        assertThat(overtaken.success()).isFalse();
        assertThat(overtaken.problems())
                .extracting(problem -> problem.code().path())
                .containsExactly("plan/changed");
        assertThat(bench.check("shop")).noneMatch(MigrationStatus::hasRan);
    }

    @OnEachDatabase
    void one_write_that_fails_leaves_nothing_of_the_others(DatabaseKind kind) {
        Workbench bench = bench(kind, "0001", "plain", "0002", "tagged");
        bench.app("other").table("0001", "z");
        assertThat(bench.forwards("other", "all").success()).isTrue();
        bench.database()
                .run("CREATE UNIQUE INDEX in_the_way ON \"palindrome_history\" (ran_by)"); // both were run by somebody
        // unknown

        MigrationResult failed = adopt(bench, AGREED);

        assertThat(failed.success()).isFalse();
        assertThat(failed.message())
                .startsWith("Migration 'shop:0002' could not be recorded: ")
                .endsWith("So none of them was.");
        assertThat(failed.steps()).extracting(StepResult::outcome).containsOnly(StepOutcome.ROLLED_BACK);
        assertThat(bench.check("shop")).noneMatch(MigrationStatus::hasRan);
    }

    @OnEachDatabase
    void a_tool_that_is_unknown_or_not_there_is_said_so(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop").table("0001", "a");

        MigrationResult unknown = bench.with(engine -> engine.adopt("shop", Optional.of("lgder"), AGREED));
        MigrationResult notThere = bench.with(engine -> engine.adopt("shop", Optional.of("ledger"), AGREED));
        MigrationResult none = adopt(bench, AGREED);

        assertThat(unknown.message()).contains("Histories of 'lgder' can't be adopted", "ledger");
        assertThat(notThere.message()).startsWith("There is no history of ledger in this database.");
        assertThat(none.message()).startsWith("There is no history of another tool in this database.");
    }
}
