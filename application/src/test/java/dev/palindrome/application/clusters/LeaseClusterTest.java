package dev.palindrome.application.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.adapters.jdbc.mysql.MysqlAdapter;
import dev.palindrome.application.runners.Background;
import dev.palindrome.application.runners.Poll;
import dev.palindrome.spi.Database;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.Lock;
import dev.palindrome.spi.LockAttempt;
import dev.palindrome.spi.LockRequest;
import dev.palindrome.spi.Session;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How long a lease lasts: as long as its holder lives, whatever keeps it from saying so. */
final class LeaseClusterTest {
    private static final LockRequest FIRST = new LockRequest(HistoryTable.DEFAULT, "first@test");
    private static final LockRequest SECOND = new LockRequest(HistoryTable.DEFAULT, "second@test");

    /** More than twice as long as a silent holder is believed. */
    private static final long LONG_MILLIS = 4_000;

    private static final Duration SOON = Duration.ofSeconds(30);

    private final GaleraCluster cluster = GaleraCluster.running();
    private final String name = cluster.freshDatabase();
    private final Database here = connect(0);
    private final Database there = connect(1);
    private final Session first = here.openSession();
    private final Session second = there.openSession();

    private Database connect(int node) {
        return new MysqlAdapter().connect(DatabaseAddress.of(cluster.node(node).url(name)));
    }

    @AfterEach
    void close() {
        first.close();
        second.close();
        here.close();
        there.close();
    }

    @Test
    void another_node_says_who_has_it_until_it_is_given_up() {
        try (Lock lock = acquired(here, first, FIRST)) {
            assertHeld(lock);
        }
        acquired(there, second, SECOND).close();
        acquired(here, first, FIRST).close();
    }

    @Test
    void a_transaction_that_takes_long_keeps_it() {
        try (Lock lock = acquired(here, first, FIRST)) {
            first.begin();
            assertThat(first.execute(lock.fence().orElseThrow())).isEqualTo(1);
            assertHeldForLong(lock);
            assertThat(first.execute(lock.fence().orElseThrow())).isEqualTo(1);
            first.commit();
        }
    }

    @Test
    void a_definition_that_keeps_the_whole_cluster_waiting_keeps_it() throws Exception {
        try (Lock lock = acquired(here, first, FIRST)) {
            Background<Long> altering;
            Background<Boolean> asking;
            try (Hurdle hurdle = Hurdle.at(cluster, name, 0, 1, 2)) {
                altering = altering(lock, hurdle);
                asking = Background.start(() -> assertHeldForLong(lock));
                TimeUnit.MILLISECONDS.sleep(LONG_MILLIS); // that it takes so long is what is tested
                assertThat(altering.isDone()).isFalse();
            }
            altering.get();
            assertThat(asking.get()).isTrue();
            assertHeld(lock);
            assertThat(first.execute(lock.fence().orElseThrow())).isEqualTo(1);
        }
    }

    @Test
    void a_node_that_refuses_to_read_for_a_definition_takes_too_long_says_that_somebody_has_it() throws Exception {
        cluster.run(1, "SET GLOBAL wsrep_provider_options = 'repl.causal_read_timeout=PT1S'");
        try (Lock lock = acquired(here, first, FIRST)) {
            Background<Long> altering;
            try (Hurdle hurdle = Hurdle.at(cluster, name, 0, 1, 2)) {
                altering = altering(lock, hurdle);
                assertHeld(lock);
                assertThat(altering.isDone()).isFalse();
            }
            altering.get();
        } finally {
            cluster.run(1, "SET GLOBAL wsrep_provider_options = 'repl.causal_read_timeout=PT30S'");
        }
    }

    @Test
    void a_definition_that_takes_much_longer_on_the_holders_node_can_lose_it_and_the_fence_says_so() throws Exception {
        try (Lock lock = acquired(here, first, FIRST)) {
            Background<Long> altering;
            try (Hurdle hurdle = Hurdle.at(cluster, name, 0)) {
                altering = altering(lock, hurdle);
                Poll.until("the next has it", SOON, () -> {
                    LockAttempt attempt = there.tryLock(second, SECOND);
                    if (attempt instanceof LockAttempt.Acquired acquired) {
                        acquired.lock().close();
                    }
                    return attempt instanceof LockAttempt.Acquired;
                });
                assertThat(altering.isDone()).isFalse();
            }
            altering.get();
            assertThat(first.execute(lock.fence().orElseThrow())).isZero();
        }
    }

    /** It has begun when this returns, and stands at the hurdle. */
    private Background<Long> altering(Lock lock, Hurdle hurdle) {
        assertThat(first.execute(lock.fence().orElseThrow())).isEqualTo(1);
        Background<Long> altering =
                Background.start(() -> first.execute("ALTER TABLE " + Hurdle.TABLE + " ADD COLUMN v int"));
        hurdle.awaitWaiting();
        return altering;
    }

    private boolean assertHeldForLong(Lock lock) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONG_MILLIS);
        while (System.nanoTime() < end) {
            assertHeld(lock);
        }
        return true;
    }

    private void assertHeld(Lock lock) {
        assertThat(there.tryLock(second, SECOND))
                .as("while %s has it", lock.holder())
                .isInstanceOf(LockAttempt.HeldBy.class);
    }

    private static Lock acquired(Database database, Session session, LockRequest request) {
        LockAttempt attempt = database.tryLock(session, request);
        assertThat(attempt).isInstanceOf(LockAttempt.Acquired.class);
        return ((LockAttempt.Acquired) attempt).lock();
    }
}
