package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.Lock;
import dev.palindrome.spi.LockAttempt;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A lock that holds across the nodes of a cluster, where a named lock is each node's own: a lease in the database, which its
 * holder keeps alive with a pulse. Of two who take it at the same time on two nodes, the cluster's certification lets one
 * commit.
 *
 * <p>No clock is asked, since each node has its own, and no end of the lease is written down: a definition, or a node that
 * goes, keeps the whole cluster from committing, for minutes even, and the holder from renewing anything. Whoever wants the
 * lease watches the pulse instead, with reads that are kept waiting as commits are, and takes it when the cluster went on
 * and the pulse didn't.
 */
final class ClusterLock {
    /** Five beats; a dead runner doesn't have the lock for longer. */
    private static final Duration WATCH = Duration.ofMillis(1500);

    /** A read that took longer says that the cluster was busy with something, and the pulse may have been kept too. */
    private static final Duration QUICK = Duration.ofMillis(500);

    private static final Duration LONG = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private static final String QUICKER = "somebody who was quicker";

    private final Session session;
    private final Supplier<? extends Session> others;
    private final LeaseRows rows;

    /**
     * A lock.
     *
     * @param session takes it; its reads are as new as any node's
     * @param others gives sessions for the pulse
     */
    ClusterLock(Session session, Supplier<? extends Session> others, Dialect dialect, HistoryTable history) {
        this.session = session;
        this.others = others;
        this.rows = new LeaseRows(dialect, history);
    }

    /**
     * Asks for the lock, or who has it.
     *
     * @param held makes the answer that somebody has it
     * @return the answer; if a node refuses to read, since the cluster is busy for long, that somebody has it
     */
    static <T> T unlessKeptWaiting(Supplier<T> question, Function<String, T> held) {
        try {
            return question.get();
        } catch (StatementException e) {
            if (LeaseRows.isBeaten(e)) {
                return held.apply("somebody who keeps the whole cluster waiting");
            }
            throw e;
        }
    }

    LockAttempt tryFor(String holder) {
        Optional<LeaseRows.Seen> found = rows.read(session);
        if (found.isEmpty()) {
            return new LockAttempt.HeldBy(QUICKER);
        }
        LeaseRows.Seen seen = found.get();
        return seen.isFree() || isDead(seen) ? take(seen, holder) : new LockAttempt.HeldBy(seen.holder());
    }

    /** {@return who has it, if somebody has} */
    Optional<String> holder() {
        return rows.find(session)
                .filter(seen -> !seen.isFree() && !isDead(seen))
                .map(LeaseRows.Seen::holder);
    }

    private boolean isDead(LeaseRows.Seen seen) {
        long begun = System.nanoTime();
        long since = begun;
        while (System.nanoTime() - since < WATCH.toNanos()) {
            LockSupport.parkNanos(PAUSE.toNanos());
            long asked = System.nanoTime();
            if (!rows.read(session).equals(Optional.of(seen)) || asked - begun > LONG.toNanos()) {
                return false;
            }
            long answered = System.nanoTime();
            if (answered - asked > QUICK.toNanos()) {
                since = answered;
            }
        }
        return true;
    }

    /** Without waiting for a row that somebody has locked: his transaction may go on for long. */
    private LockAttempt take(LeaseRows.Seen seen, String holder) {
        Session beating = others.get();
        boolean isOurs = false;
        try {
            session.begin();
            isOurs = rows.take(session, seen, holder);
            session.commit();
        } catch (StatementException e) {
            isOurs = false;
            session.rollback();
            if (!LeaseRows.isBeaten(e)) {
                throw e;
            }
        } finally {
            if (!isOurs) {
                beating.close();
            }
        }
        return isOurs
                ? new LockAttempt.Acquired(new Held(holder, seen.token() + 1, beating))
                : new LockAttempt.HeldBy(seen.isFree() ? QUICKER : seen.holder());
    }

    private final class Held implements Lock {
        private final String holder;
        private final long token;
        private final Pulse pulse;

        Held(String holder, long token, Session beating) {
            this.holder = holder;
            this.token = token;
            this.pulse = new Pulse(beating, others, rows.beat(token));
        }

        @Override
        public String holder() {
            return holder;
        }

        @Override
        public Optional<Statement> fence() {
            return Optional.of(rows.fence(token));
        }

        @Override
        public void close() {
            pulse.stop(rows.release(token));
        }
    }
}
