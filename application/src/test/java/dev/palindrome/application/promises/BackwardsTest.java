package dev.palindrome.application.promises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.OnEachDatabase;
import dev.palindrome.application.databases.TestPack;
import dev.palindrome.application.databases.Workbench;
import dev.palindrome.domain.BackwardsRequest;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.StepOutcome;
import dev.palindrome.domain.result.StepResult;
import dev.palindrome.domain.run.RunListener;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Promise 3: backwards APP 1 | all | ID")
class BackwardsTest {
    @TempDir
    private Path folder;

    @OnEachDatabase
    void one_is_the_default_and_reverses_the_most_recent(DatabaseKind kind) {
        Workbench bench = ranForwards(kind);

        MigrationResult result = bench.with(engine -> engine.backwards("shop"));

        assertThat(result.success()).isTrue();
        assertThat(result.message()).isEqualTo("1 migration reversed");
        assertThat(bench.database().tables()).containsExactly("a", "b", "c");
        assertThat(bench.backwards("shop", "1").success()).isTrue();
        assertThat(bench.database().tables()).containsExactly("a", "b");
    }

    @OnEachDatabase
    void all_reverses_every_one(DatabaseKind kind) {
        Workbench bench = ranForwards(kind);

        MigrationResult result = bench.backwards("shop", "all");

        assertThat(result.steps()).extracting(StepResult::migrationId).containsExactly("0004", "0003", "0002", "0001");
        assertThat(bench.database().tables()).isEmpty();
        assertThat(bench.database().history()).isEmpty();
    }

    @OnEachDatabase
    void an_id_reverses_from_the_most_recent_down_to_and_including_it(DatabaseKind kind) {
        Workbench bench = ranForwards(kind);

        assertThat(bench.backwards("shop", "0002").success()).isTrue();

        assertThat(bench.database().history()).containsExactly("shop:0001");
        assertThat(bench.database().tables()).containsExactly("a");
    }

    @OnEachDatabase
    void the_order_is_that_in_which_they_ran_not_that_of_names_or_times(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        TestPack shop = bench.app("shop").table("0003", "c");
        forwardsAt(bench, "2030-01-01T00:00:00Z");
        shop.table("0001", "a");
        forwardsAt(bench, "2020-01-01T00:00:00Z");
        shop.table("0002", "b");
        forwardsAt(bench, "2020-01-01T00:00:00Z");
        assertThat(bench.database().history()).containsExactly("shop:0003", "shop:0001", "shop:0002");

        MigrationResult result = bench.backwards("shop", "all");

        assertThat(result.steps()).extracting(StepResult::migrationId).containsExactly("0002", "0001", "0003");
    }

    @OnEachDatabase
    void it_asks_before_it_reverses_and_says_what(DatabaseKind kind) {
        Workbench bench = ranForwards(kind);
        List<String> questions = new ArrayList<>();

        MigrationResult refused = bench.with(
                builder -> builder.module(Workbench.asking(question -> {
                    questions.add(question);
                    return false;
                })),
                engine -> engine.backwards(BackwardsRequest.of("shop").migrationId("0003")));

        assertThat(questions)
                .singleElement()
                .asString()
                .contains("2 migrations", "shop:0004", "shop:0003", "Continue?")
                .doesNotContain("shop:0002");
        assertThat(refused.success()).isFalse();
        assertThat(refused.steps()).extracting(StepResult::outcome).containsOnly(StepOutcome.NOT_STARTED);
        assertThat(bench.database().history()).hasSize(4);
        assertThat(bench.database().tables()).hasSize(4);

        MigrationResult agreed = bench.with(
                builder -> builder.module(Workbench.asking(question -> true)),
                engine -> engine.backwards(BackwardsRequest.of("shop").migrationId("0003")));
        assertThat(agreed.success()).isTrue();
        assertThat(bench.database().tables()).containsExactly("a", "b");
    }

    @OnEachDatabase
    void without_anybody_to_ask_nothing_is_reversed(DatabaseKind kind) {
        Workbench bench = ranForwards(kind);

        MigrationResult result = bench.backwards(BackwardsRequest.of("shop"));

        assertThat(result.success()).isFalse();
        assertThat(result.message()).contains("--auto-agree");
        assertThat(bench.database().history()).hasSize(4);
    }

    @OnEachDatabase
    void auto_agree_asks_nobody(DatabaseKind kind) {
        Workbench bench = ranForwards(kind);

        MigrationResult result = bench.with(
                builder -> builder.module(Workbench.asking(question -> {
                    throw new AssertionError("nobody should have been asked: " + question);
                })),
                engine -> engine.backwards(BackwardsRequest.of("shop").autoAgree(true)));

        assertThat(result.success()).isTrue();
    }

    @OnEachDatabase
    void clean_deletes_each_file_only_after_its_reversal_is_committed(DatabaseKind kind) {
        Workbench bench = ranForwards(kind);
        List<String> seen = new ArrayList<>();
        RunListener watcher = new RunListener() {
            @Override
            public void stepDone(StepResult result, int number, int total) {
                seen.add(bench.app("shop").files().size() + " files, "
                        + bench.database().history().size() + " entries");
            }
        };

        MigrationResult result = bench.with(engine -> engine.backwards(
                BackwardsRequest.of("shop").migrationId("0003").clean(true).autoAgree(true), watcher));

        assertThat(result.success()).isTrue();
        assertThat(seen).containsExactly("4 files, 3 entries", "3 files, 2 entries");
        assertThat(bench.app("shop").files()).containsExactly("0001__test.sql", "0002__test.sql");
    }

    @OnEachDatabase
    void clean_keeps_the_files_of_what_was_not_reversed(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop")
                .table("0001", "a")
                .migration("0002", "CREATE TABLE b (id int);", "DROP TABLE nowhere;")
                .table("0003", "c");
        assertThat(bench.forwards("shop", "all").success()).isTrue();

        MigrationResult result = bench.backwards(
                BackwardsRequest.of("shop").migrationId("all").clean(true).autoAgree(true));

        assertThat(result.success()).isFalse();
        assertThat(bench.app("shop").files()).containsExactly("0001__test.sql", "0002__test.sql");
        assertThat(bench.database().history()).containsExactly("shop:0001", "shop:0002");
    }

    @OnEachDatabase
    void clean_deletes_both_files_of_a_pair(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop")
                .file("0001__a.forwards.sql", "CREATE TABLE a (id int);")
                .file("0001__a.backwards.sql", "DROP TABLE a;")
                .table("0002", "b");
        assertThat(bench.forwards("shop", "all").success()).isTrue();

        assertThat(bench.backwards(BackwardsRequest.of("shop")
                                .migrationId("all")
                                .clean(true)
                                .autoAgree(true))
                        .success())
                .isTrue();

        assertThat(bench.app("shop").files()).isEmpty();
    }

    @OnEachDatabase
    void nothing_to_reverse_is_a_success_that_says_so(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop").table("0001", "a");

        for (String target : List.of("1", "all")) {
            MigrationResult result = bench.backwards("shop", target);
            assertThat(result.success()).isTrue();
            assertThat(result.message()).isEqualTo("Nothing to reverse: no migration of app 'shop' has run.");
        }
        assertThat(bench.database().allTables()).isEmpty();
    }

    @OnEachDatabase
    void an_id_that_has_not_run_fails_and_lists_those_that_have(DatabaseKind kind) {
        Workbench bench = ranForwards(kind);
        bench.app("shop").table("0005", "e");

        MigrationResult result = bench.backwards("shop", "0005");

        assertThat(result.success()).isFalse();
        assertThat(result.message()).contains("'0005'", "has not run", "0004, 0003, 0002, 0001");
        assertThat(bench.database().history()).hasSize(4);
    }

    @OnEachDatabase
    void all_over_apps_stops_at_the_first_failure_and_says_what_was_done(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("one").table("1", "a");
        bench.app("three").table("1", "c");
        bench.app("two").migration("1", "CREATE TABLE b (id int);", "DROP TABLE nowhere;");
        for (String app : List.of("one", "two", "three")) {
            assertThat(bench.forwards(app, "all").success()).isTrue();
        }

        MigrationResult result = bench.backwards("all", "all");

        assertThat(result.success()).isFalse();
        assertThat(result.steps())
                .extracting(step -> step.appName() + " " + step.outcome().word())
                .containsExactly("three done", "two rolled-back", "one not-started");
        assertThat(result.message()).contains("two:1", "1 migration before it is reversed", "1 was not started");
        assertThat(bench.database().tables()).containsExactly("a", "b");
        assertThat(bench.database().history()).containsExactly("one:1", "two:1");
    }

    private Workbench ranForwards(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop")
                .table("0001", "a")
                .table("0002", "b")
                .table("0003", "c")
                .table("0004", "d");
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        return bench;
    }

    private static void forwardsAt(Workbench bench, String time) {
        Clock clock = Clock.fixed(Instant.parse(time), ZoneOffset.UTC);
        MigrationResult result =
                bench.with(builder -> builder.module(Workbench.at(clock)), engine -> engine.forwards("shop", "all"));
        assertThat(result.success()).isTrue();
    }
}
