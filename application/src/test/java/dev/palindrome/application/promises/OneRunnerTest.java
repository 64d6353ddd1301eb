package dev.palindrome.application.promises;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.multibindings.Multibinder;
import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.OnEachDatabase;
import dev.palindrome.application.databases.OnSharedDatabases;
import dev.palindrome.application.databases.TestDatabase;
import dev.palindrome.application.databases.TestPack;
import dev.palindrome.application.databases.Workbench;
import dev.palindrome.application.runners.Background;
import dev.palindrome.application.runners.Pause;
import dev.palindrome.application.runners.Poll;
import dev.palindrome.application.runners.RunnerProcess;
import dev.palindrome.domain.ForwardsRequest;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.StepOutcome;
import dev.palindrome.domain.result.StepResult;
import dev.palindrome.domain.run.RunListener;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Promise 16: one runner at a time")
class OneRunnerTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @OnEachDatabase
    void one_works_the_other_waits_with_the_holders_name_then_finds_the_work_done(DatabaseKind kind) {
        Workbench bench = shop(kind);
        Pause pause = new Pause(2);
        List<String> holders = new CopyOnWriteArrayList<>();

        Background<MigrationResult> first =
                Background.start(() -> bench.with(engine -> engine.forwards(ForwardsRequest.of("shop"), pause)));
        pause.awaitReached();
        Background<MigrationResult> second = Background.start(
                () -> bench.with(engine -> engine.forwards(ForwardsRequest.of("shop"), listening(holders))));
        Poll.until("the second names the first", SOON, () -> !holders.isEmpty());
        pause.release();

        assertThat(first.get().success()).isTrue();
        assertThat(first.get().steps()).hasSize(3);
        assertThat(second.get().success()).isTrue();
        assertThat(second.get().steps()).extracting(StepResult::outcome).doesNotContain(StepOutcome.DONE);
        assertThat(second.get().message()).contains("nothing is left to do");
        assertThat(holders.get(0))
                .contains(System.getProperty("user.name") + "@")
                .contains("process " + ProcessHandle.current().pid());
        assertThat(bench.database().history()).containsExactly("shop:0001", "shop:0002", "shop:0003");
    }

    @OnEachDatabase
    void a_runner_that_waits_too_long_gives_up_with_the_holders_name_and_has_run_nothing(DatabaseKind kind) {
        Workbench bench = shop(kind);
        Pause pause = new Pause(1);
        Background<MigrationResult> first =
                Background.start(() -> bench.with(engine -> engine.forwards(ForwardsRequest.of("shop"), pause)));
        pause.awaitReached();

        MigrationResult second =
                bench.with(builder -> builder.lockTimeout(Duration.ofMillis(300)), engine -> engine.forwards("shop"));

        assertThat(second.success()).isFalse();
        assertThat(second.message())
                .contains("process " + ProcessHandle.current().pid(), "Nothing was run", "lock.timeout");
        pause.release();
        assertThat(first.get().success()).isTrue();
        assertThat(bench.database().history()).hasSize(3);
    }

    @OnSharedDatabases
    void a_runner_that_dies_frees_the_lock_at_once(DatabaseKind kind) {
        Workbench bench = shop(kind);
        try (RunnerProcess runner = RunnerProcess.of(
                        bench.database().url(), "shop", bench.app("shop").folder())
                .pausingAt(3)
                .start()) {
            runner.await("ready");
            runner.go();
            runner.await("event 3 ");
            assertThat(forwards(bench, Duration.ofMillis(100)).message())
                    .describedAs("it does hold the lock")
                    .contains("process " + runner.pid());
            runner.kill();
        }

        MigrationResult next = forwards(bench, Duration.ofSeconds(2));

        assertThat(next.success()).describedAs(next.message()).isTrue();
        assertThat(bench.database().history()).containsExactly("shop:0001", "shop:0002", "shop:0003");
    }

    @Test
    void no_lock_file_ever_needs_deleting_by_hand() {
        Workbench bench = shop(DatabaseKind.SQLITE);
        assertThat(bench.forwards("shop", "1").success()).isTrue();
        new TestPack(folder).file("database-palindrome-lock", "somebody@long.ago, process 1\nx\n");

        assertThat(forwards(bench, Duration.ZERO).success()).isTrue();

        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("packs", "database");
    }

    @Test
    void no_row_of_a_lock_ever_needs_deleting_by_hand() {
        Workbench bench = shop(DatabaseKind.H2);
        assertThat(bench.forwards("shop", "1").success()).isTrue();
        bench.database().run("UPDATE \"palindrome_lock\" SET holder = 'somebody@long.ago, process 1'");

        assertThat(forwards(bench, Duration.ZERO).success()).isTrue();
    }

    @Test
    void a_paused_runner_that_wakes_cannot_write() {
        Workbench bench = shop(DatabaseKind.POSTGRESQL);
        Pause pause = new Pause(2);
        Background<MigrationResult> paused =
                Background.start(() -> bench.with(engine -> engine.forwards(ForwardsRequest.of("shop"), pause)));
        pause.awaitReached();
        bench.database()
                .rows("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND database ="
                        + " (SELECT oid FROM pg_database WHERE datname = current_database())");
        assertThat(forwards(bench, Duration.ofSeconds(2)).success()).isTrue();

        pause.release();

        assertThat(paused.get().success()).isFalse();
        assertThat(paused.get().steps())
                .extracting(StepResult::outcome)
                .containsExactly(StepOutcome.DONE, StepOutcome.ROLLED_BACK, StepOutcome.NOT_STARTED);
        assertThat(bench.database().history()).containsExactly("shop:0001", "shop:0002", "shop:0003");
        assertThat(bench.database().tables()).containsExactly("a", "b", "c");
    }

    @OnEachDatabase
    void apps_of_one_history_wait_for_one_another_and_other_histories_do_not(DatabaseKind kind) {
        Workbench bench = shop(kind);
        bench.app("bank").table("1", "account");
        Pause pause = new Pause(1);
        Background<MigrationResult> first =
                Background.start(() -> bench.with(engine -> engine.forwards(ForwardsRequest.of("shop"), pause)));
        pause.awaitReached();

        MigrationResult sameHistory =
                bench.with(builder -> builder.lockTimeout(Duration.ofMillis(100)), engine -> engine.forwards("bank"));
        MigrationResult otherHistory = bench.with(
                builder -> builder.historyTable("palindrome_bank").lockTimeout(Duration.ofSeconds(5)),
                engine -> engine.forwards("bank"));

        assertThat(sameHistory.success()).isFalse();
        assertThat(otherHistory.success()).describedAs(otherHistory.message()).isTrue();
        pause.release();
        assertThat(first.get().success()).isTrue();
    }

    /** As it has whoever changes more than SQLite's cache holds, long before the commit. */
    @Test
    void a_file_that_somebody_has_to_himself_is_waited_for() throws SQLException {
        String url = "jdbc:sqlite:" + folder.resolve("database") + "?busy_timeout=20";
        Workbench bench = shop(DatabaseKind.SQLITE.known(url));
        List<String> holders = new CopyOnWriteArrayList<>();
        try (Connection holder = bench.database().connect()) {
            holder.createStatement().execute("CREATE TABLE other (id integer)");
            holder.createStatement().execute("BEGIN EXCLUSIVE");

            Background<MigrationResult> waiting = Background.start(() -> bench.with(
                    builder -> builder.module(binder -> Multibinder.newSetBinder(binder, RunListener.class)
                            .addBinding()
                            .toInstance(listening(holders))),
                    engine -> engine.forwards("shop")));
            Poll.until("it waits", SOON, () -> !holders.isEmpty());
            holder.createStatement().execute("COMMIT");

            assertThat(waiting.get().success()).as(waiting.get().message()).isTrue();
        }
        assertThat(bench.database().history()).hasSize(3);
    }

    private Workbench shop(DatabaseKind kind) {
        return shop(kind.fresh(folder));
    }

    private Workbench shop(TestDatabase database) {
        Workbench bench = Workbench.on(database, folder);
        bench.app("shop").table("0001", "a").table("0002", "b").table("0003", "c");
        return bench;
    }

    private static MigrationResult forwards(Workbench bench, Duration lockTimeout) {
        return bench.with(builder -> builder.lockTimeout(lockTimeout), engine -> engine.forwards("shop"));
    }

    private static RunListener listening(List<String> holders) {
        return new RunListener() {
            @Override
            public void waitingFor(String holder) {
                holders.add(holder);
            }
        };
    }
}
