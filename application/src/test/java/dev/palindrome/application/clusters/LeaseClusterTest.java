package dev.palindrome.application.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.adapters.jdbc.mysql.MysqlAdapter;
import dev.palindrome.application.runners.Background;
import dev.palindrome.spi.Database;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.Lock;
import dev.palindrome.spi.LockAttempt;
import dev.palindrome.spi.LockRequest;
import dev.palindrome.spi.Session;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How long a lease lasts: as long as its holder lives, whatever keeps it from saying so. */
final class LeaseClusterTest {
    private static final LockRequest FIRST = new LockRequest(HistoryTable.DEFAULT, "first@test");
    private static final LockRequest SECOND = new LockRequest(HistoryTable.DEFAULT, "second@test");

    /** More than twice as long as a silent holder is believed. */
    private static final long LONG_MILLIS = 4_000;

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
    void a_definition_that_keeps_the_whole_cluster_waiting_keeps_it() {
        first.execute("CREATE TABLE slow (id int PRIMARY KEY)");
        first.execute("INSERT INTO slow SELECT seq FROM seq_1_to_100");
        try (Lock lock = acquired(here, first, FIRST)) {
            assertThat(first.execute(lock.fence().orElseThrow())).isEqualTo(1);
            long begun = System.nanoTime();
            Background<Long> altering =
                    Background.start(() -> first.execute("ALTER TABLE slow ADD COLUMN v varchar(128)"
                            + " DEFAULT (SHA2(REPEAT(id, 5000000), 512)), ALGORITHM=COPY"));
            while (!altering.isDone()) {
                assertHeld(lock);
            }
            assertThat(System.nanoTime() - begun).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(LONG_MILLIS));
            assertHeld(lock);
            assertThat(first.execute(lock.fence().orElseThrow())).isEqualTo(1);
        }
    }

    private void assertHeldForLong(Lock lock) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONG_MILLIS);
        while (System.nanoTime() < end) {
            assertHeld(lock);
        }
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
