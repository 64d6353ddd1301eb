package dev.palindrome.application.promises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.OnEachDatabase;
import dev.palindrome.application.databases.Workbench;
import dev.palindrome.domain.BackwardsRequest;
import dev.palindrome.domain.ForwardsRequest;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.StepOutcome;
import dev.palindrome.domain.result.StepResult;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Promise 12: what you approved is what runs")
class ApprovedPlanTest {
    @TempDir
    private Path folder;

    @OnEachDatabase
    void the_plan_that_was_previewed_runs(DatabaseKind kind) {
        Workbench bench = shop(kind);
        Optional<String> forwards =
                bench.forwards(ForwardsRequest.of("shop").preview(true)).planHash();
        assertThat(forwards).isPresent();

        assertThat(bench.forwards(ForwardsRequest.of("shop").plan(forwards)).success())
                .isTrue();

        Optional<String> backwards =
                bench.backwards(BackwardsRequest.of("shop").preview(true)).planHash();
        assertThat(backwards).isPresent().isNotEqualTo(forwards);
        assertThat(bench.backwards(BackwardsRequest.of("shop").plan(backwards).autoAgree(true))
                        .success())
                .isTrue();
        assertThat(bench.database().tables()).containsExactly("a");
    }

    @OnEachDatabase
    void a_statement_that_changed_since_is_refused(DatabaseKind kind) {
        Workbench bench = shop(kind);
        Optional<String> approved =
                bench.forwards(ForwardsRequest.of("shop").preview(true)).planHash();
        bench.app("shop").migration("0002", "CREATE TABLE surprise (id int);", "DROP TABLE surprise;");

        assertRefused(bench, bench.forwards(ForwardsRequest.of("shop").plan(approved)), approved);
    }

    @OnEachDatabase
    void a_migration_that_came_since_is_refused(DatabaseKind kind) {
        Workbench bench = shop(kind);
        Optional<String> approved =
                bench.forwards(ForwardsRequest.of("shop").preview(true)).planHash();
        bench.app("shop").table("0003", "c");

        assertRefused(bench, bench.forwards(ForwardsRequest.of("shop").plan(approved)), approved);
    }

    @OnEachDatabase
    void another_history_than_the_plan_started_from_is_refused(DatabaseKind kind) {
        Workbench bench = shop(kind);
        bench.app("bank").table("1", "account");
        Optional<String> approved =
                bench.forwards(ForwardsRequest.of("shop").preview(true)).planHash();
        assertThat(bench.forwards("bank", "all").success()).isTrue();

        MigrationResult result = bench.forwards(ForwardsRequest.of("shop").plan(approved));

        assertThat(result.success()).isFalse();
        assertThat(bench.database().tables()).containsExactly("account");
    }

    @OnEachDatabase
    void a_reversal_that_changed_since_is_refused(DatabaseKind kind) {
        Workbench bench = shop(kind);
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        Optional<String> approved =
                bench.backwards(BackwardsRequest.of("shop").preview(true)).planHash();
        bench.app("shop").migration("0002", "CREATE TABLE b (id int);", "DROP TABLE b;\nDROP TABLE a;");

        MigrationResult result =
                bench.backwards(BackwardsRequest.of("shop").plan(approved).autoAgree(true));

        assertThat(result.success()).isFalse();
        assertThat(result.message()).contains(approved.orElseThrow(), "preview");
        assertThat(bench.database().tables()).containsExactly("a", "b");
    }

    @OnEachDatabase
    void the_same_plan_has_the_same_hash_each_time(DatabaseKind kind) {
        Workbench bench = shop(kind);

        Optional<String> once =
                bench.forwards(ForwardsRequest.of("shop").preview(true)).planHash();

        assertThat(bench.forwards(ForwardsRequest.of("shop").preview(true)).planHash())
                .isEqualTo(once);
        assertThat(bench.forwards("shop", "all").planHash()).isEqualTo(once);
    }

    private Workbench shop(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop").table("0001", "a").table("0002", "b");
        return bench;
    }

    private static void assertRefused(Workbench bench, MigrationResult result, Optional<String> approved) {
        assertThat(result.success()).isFalse();
        assertThat(result.message())
                .contains(approved.orElseThrow(), result.planHash().orElseThrow(), "preview");
        assertThat(result.steps()).extracting(StepResult::outcome).containsOnly(StepOutcome.NOT_STARTED);
        assertThat(bench.database().allTables()).isEmpty();
    }
}
