package dev.palindrome.application.run;

import dev.palindrome.domain.problem.Codes;
import dev.palindrome.domain.run.LockGate;
import dev.palindrome.domain.run.RunListener;
import dev.palindrome.spi.Database;
import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.Lock;
import dev.palindrome.spi.LockAttempt;
import dev.palindrome.spi.LockRequest;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.Session;
import java.time.Duration;
import java.util.Optional;

/**
 * Waits for the lock by trying again after a growing pause. It never blocks in the database, where a waiting connection
 * could stop the very statement that it waits for.
 */
final class LockWaiting implements LockGate {
    private final HistoryTable table;
    private final String holder;
    private final Duration timeout;

    /** Waits at most so long for the right to write that history. */
    LockWaiting(HistoryTable table, String holder, Duration timeout) {
        this.table = table;
        this.holder = holder;
        this.timeout = timeout;
    }

    @Override
    public Optional<Lock> enter(Database database, Session session, RunListener listener) {
        Patience patience = new Patience(timeout);
        String last = "";
        while (true) {
            LockAttempt attempt = database.tryLock(session, new LockRequest(table, holder));
            if (attempt instanceof LockAttempt.Acquired acquired) {
                return Optional.of(acquired.lock());
            }
            String other = ((LockAttempt.HeldBy) attempt).holder();
            if (!other.equals(last)) {
                listener.waitingFor(other);
                last = other;
            }
            boolean isPatient = patience.pause();
            if (!listener.goesOn()) {
                return Optional.empty();
            }
            if (!isPatient) {
                throw new ProblemException(Problem.error(
                        Codes.LOCK_TIMEOUT,
                        "The lock was not had within " + timeout.toSeconds() + " s: " + other
                                + " is still running migrations. Nothing was run. Wait for it, or allow more time with "
                                + "lock.timeout in the configuration."));
            }
        }
    }
}
