package dev.palindrome.application.promises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.OnEachDatabase;
import dev.palindrome.application.databases.Workbench;
import dev.palindrome.domain.ForwardsRequest;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.Status;
import dev.palindrome.domain.result.StepOutcome;
import dev.palindrome.domain.result.StepResult;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Promise 2: forwards APP all | 1 | ID")
class ForwardsTest {
    @TempDir
    private Path folder;

    @OnEachDatabase
    void all_runs_every_pending_migration(DatabaseKind kind) {
        Workbench bench = fourTables(kind);

        MigrationResult result = bench.forwards("shop", "all");

        assertThat(result.success()).isTrue();
        assertThat(result.message()).isEqualTo("4 migrations ran forwards");
        assertThat(result.steps()).extracting(StepResult::outcome).containsOnly(StepOutcome.DONE);
        assertThat(bench.database().tables()).containsExactly("a", "b", "c", "d");
        assertThat(bench.database().history()).containsExactly("shop:0001", "shop:0002", "shop:0003", "shop:0004");
    }

    @OnEachDatabase
    void one_runs_the_next(DatabaseKind kind) {
        Workbench bench = fourTables(kind);

        assertThat(bench.forwards("shop", "1").steps()).hasSize(1);
        assertThat(bench.database().tables()).containsExactly("a");

        assertThat(bench.forwards("shop", "1").steps()).hasSize(1);
        assertThat(bench.database().tables()).containsExactly("a", "b");
    }

    @OnEachDatabase
    void an_id_runs_up_to_and_including_it(DatabaseKind kind) {
        Workbench bench = fourTables(kind);
        assertThat(bench.forwards("shop", "1").success()).isTrue();

        assertThat(bench.forwards("shop", "0003").success()).isTrue();

        assertThat(bench.database().history()).containsExactly("shop:0001", "shop:0002", "shop:0003");
        assertThat(bench.database().tables()).containsExactly("a", "b", "c");
    }

    @OnEachDatabase
    void a_migration_that_came_late_runs_too(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop").table("0001", "a").table("0003", "c");
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        bench.app("shop").table("0002", "b");

        assertThat(bench.forwards("shop", "all").success()).isTrue();

        assertThat(bench.database().history()).containsExactly("shop:0001", "shop:0003", "shop:0002");
    }

    @OnEachDatabase
    void fake_records_without_running(DatabaseKind kind) {
        Workbench bench = fourTables(kind);

        MigrationResult result =
                bench.forwards(ForwardsRequest.of("shop").migrationId("0002").fake(true));

        assertThat(result.success()).isTrue();
        assertThat(result.steps()).extracting(StepResult::outcome).containsOnly(StepOutcome.FAKED);
        assertThat(bench.database().tables()).isEmpty();
        assertThat(bench.database().history()).containsExactly("shop:0001", "shop:0002");
        assertThat(bench.check("shop").get(0).status()).isEqualTo(Status.FAKED);
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        assertThat(bench.database().tables()).containsExactly("c", "d");
    }

    @OnEachDatabase
    void a_migration_can_declare_itself_fake(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop").file("0001__base.sql", """
                        -- palindrome: fake=true
                        -- forwards
                        CREATE TABLE made_by_others (id int);
                        -- backwards
                        DROP TABLE made_by_others;
                        """).table("0002", "b");

        MigrationResult result = bench.forwards("shop", "all");

        assertThat(result.steps()).extracting(StepResult::outcome).containsExactly(StepOutcome.FAKED, StepOutcome.DONE);
        assertThat(bench.database().tables()).containsExactly("b");
        assertThat(bench.backwards("shop", "all").success())
                .describedAs("its reversal is not run either")
                .isTrue();
        assertThat(bench.database().history()).isEmpty();
    }

    @OnEachDatabase
    void nothing_to_do_is_a_success_that_says_so(DatabaseKind kind) {
        Workbench bench = fourTables(kind);
        assertThat(bench.forwards("shop", "all").success()).isTrue();

        for (String target : new String[] {"all", "1"}) {
            MigrationResult again = bench.forwards("shop", target);
            assertThat(again.success()).isTrue();
            assertThat(again.message()).isEqualTo("Nothing to do: every migration of app 'shop' has run.");
            assertThat(again.steps()).isEmpty();
        }
    }

    @OnEachDatabase
    void an_id_that_has_already_run_is_a_success_that_says_so(DatabaseKind kind) {
        Workbench bench = fourTables(kind);
        assertThat(bench.forwards("shop", "0003").success()).isTrue();

        MigrationResult again = bench.forwards("shop", "0002");

        assertThat(again.success()).isTrue();
        assertThat(again.message()).contains("0002", "has already run");
        assertThat(bench.database().history()).hasSize(3);
    }

    @OnEachDatabase
    void an_unknown_id_fails_and_lists_what_there_is(DatabaseKind kind) {
        Workbench bench = fourTables(kind);

        MigrationResult result = bench.forwards("shop", "0009");

        assertThat(result.success()).isFalse();
        assertThat(result.message()).contains("'0009'", "'shop'", "0001", "0002", "0003", "0004");
        assertThat(bench.database().allTables()).isEmpty();
    }

    @OnEachDatabase
    void an_unknown_app_fails_and_lists_what_there_is(DatabaseKind kind) {
        Workbench bench = fourTables(kind);
        bench.app("bank").table("1", "account");

        MigrationResult result = bench.forwards("shp", "all");

        assertThat(result.success()).isFalse();
        assertThat(result.message()).contains("'shp'", "bank", "shop");
    }

    private Workbench fourTables(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop")
                .table("0001", "a")
                .table("0002", "b")
                .table("0003", "c")
                .table("0004", "d");
        return bench;
    }
}
