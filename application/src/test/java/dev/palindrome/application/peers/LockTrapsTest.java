package dev.palindrome.application.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.OnEachDatabase;
import dev.palindrome.application.databases.Workbench;
import dev.palindrome.application.runners.Background;
import dev.palindrome.application.runners.Pause;
import dev.palindrome.application.runners.Poll;
import dev.palindrome.domain.ForwardsRequest;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.run.RunListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** See the package {@code concurrency}, too. */
@DisplayName("Locks")
class LockTrapsTest {
    private static final String INDEX = "CREATE INDEX CONCURRENTLY t1_id ON t1 (id);";

    @TempDir
    private Path folder;

    /** Several tools have no lock at all, and two of their runs at once collide. */
    @OnEachDatabase
    void two_runs_at_once_do_not_collide(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop").table("1", "t1").table("2", "t2").table("3", "t3");
        Pause pause = new Pause(2);
        Background<MigrationResult> one =
                Background.start(() -> bench.with(engine -> engine.forwards(ForwardsRequest.of("shop"), pause)));
        pause.awaitReached();
        List<String> waits = new CopyOnWriteArrayList<>();
        Background<MigrationResult> other = Background.start(
                () -> bench.with(engine -> engine.forwards(ForwardsRequest.of("shop"), listening(waits))));
        Poll.until("the other waits", Duration.ofSeconds(20), () -> !waits.isEmpty());
        pause.release();

        assertThat(one.get().success()).isTrue();
        assertThat(other.get().success()).isTrue();
        assertThat(bench.database().tables()).containsExactly("t1", "t2", "t3");
    }

    /** A tool hangs, alone, on a migration of one line that creates an index concurrently. */
    @Test
    @Timeout(60)
    void create_index_concurrently_does_not_hang_alone() {
        Workbench bench = Workbench.on(DatabaseKind.POSTGRESQL, folder);
        bench.app("shop").table("1", "t1").migration("2", INDEX, "DROP INDEX CONCURRENTLY t1_id;");

        assertThat(bench.forwards("shop", "all").success()).isTrue();
        assertThat(indexes(bench)).containsExactly("t1_id|t");
        assertThat(bench.backwards("shop", "1").success()).isTrue();
        assertThat(indexes(bench)).isEmpty();
    }

    /**
     * A waiter that blocks in {@code pg_advisory_lock} holds a snapshot: together with CREATE INDEX CONCURRENTLY, which waits
     * for all snapshots, it deadlocks and leaves an invalid index.
     */
    @Test
    @Timeout(60)
    void create_index_concurrently_gets_through_while_others_wait_for_the_lock() {
        Workbench bench = Workbench.on(DatabaseKind.POSTGRESQL, folder);
        bench.app("shop").table("1", "t1").migration("2", INDEX, "DROP INDEX t1_id;");
        Pause pause = new Pause(2);
        Background<MigrationResult> holder =
                Background.start(() -> bench.with(engine -> engine.forwards(ForwardsRequest.of("shop"), pause)));
        pause.awaitReached();
        List<String> waits = new CopyOnWriteArrayList<>();
        List<Background<MigrationResult>> waiters = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            waiters.add(Background.start(
                    () -> bench.with(engine -> engine.forwards(ForwardsRequest.of("shop"), listening(waits)))));
        }
        Poll.until("all three wait", Duration.ofSeconds(30), () -> waits.size() >= 3);

        pause.release();

        assertThat(holder.get().success()).describedAs(holder.get().message()).isTrue();
        assertThat(waiters)
                .allSatisfy(waiter -> assertThat(waiter.get().success())
                        .describedAs(waiter.get().message())
                        .isTrue());
        assertThat(indexes(bench)).containsExactly("t1_id|t");
    }

    /** While somebody waits for the lock, no session of Palindrome's has a transaction open: that is why. */
    @Test
    void whoever_waits_has_no_transaction_open() {
        Workbench bench = Workbench.on(DatabaseKind.POSTGRESQL, folder);
        bench.app("shop").table("1", "t1").table("2", "t2");
        Pause pause = new Pause(2);
        Background<MigrationResult> holder =
                Background.start(() -> bench.with(engine -> engine.forwards(ForwardsRequest.of("shop"), pause)));
        pause.awaitReached();
        List<String> waits = new CopyOnWriteArrayList<>();
        Background<MigrationResult> waiter = Background.start(
                () -> bench.with(engine -> engine.forwards(ForwardsRequest.of("shop"), listening(waits))));
        Poll.until("it waits", Duration.ofSeconds(30), () -> !waits.isEmpty());

        assertThat(bench.database()
                        .rows("SELECT state FROM pg_stat_activity WHERE datname = current_database()"
                                + " AND pid <> pg_backend_pid() AND backend_type = 'client backend'"))
                .hasSize(2)
                .doesNotContain("idle in transaction");
        assertThat(bench.database().rows("SELECT pid FROM pg_locks WHERE NOT granted"))
                .isEmpty();
        pause.release();
        assertThat(holder.get().success() && waiter.get().success()).isTrue();
    }

    /** A tool clears its lock without looking whose it is. */
    @OnEachDatabase
    void nobody_but_the_holder_releases_the_lock(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop").table("1", "t1").table("2", "t2");
        Pause pause = new Pause(1);
        Background<MigrationResult> holder =
                Background.start(() -> bench.with(engine -> engine.forwards(ForwardsRequest.of("shop"), pause)));
        pause.awaitReached();

        for (int i = 0; i < 2; i++) {
            MigrationResult refused = bench.with(
                    builder -> builder.lockTimeout(Duration.ofMillis(50)), engine -> engine.forwards("shop"));
            assertThat(refused.problems())
                    .extracting(problem -> problem.code().path())
                    .containsExactly("lock/timeout");
        }
        pause.release();

        assertThat(holder.get().success()).isTrue();
        assertThat(bench.database().history()).containsExactly("shop:1", "shop:2");
    }

    private static List<String> indexes(Workbench bench) {
        return bench.database()
                .rows("SELECT c.relname, indisvalid FROM pg_index JOIN pg_class c ON c.oid = indexrelid"
                        + " JOIN pg_class t ON t.oid = indrelid WHERE t.relname = 't1'");
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
