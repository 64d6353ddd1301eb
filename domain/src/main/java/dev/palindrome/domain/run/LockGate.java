package dev.palindrome.domain.run;

import dev.palindrome.spi.Database;
import dev.palindrome.spi.Lock;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.Session;
import java.util.Optional;

/** Waits until we are the one runner. Implemented in the application, which has a clock and can sleep. */
@FunctionalInterface
public interface LockGate {

    /**
     * Tries to lock until it succeeds, the time is up, or the run is not to go on.
     *
     * @param database whose lock
     * @param session the session that will do the work, outside any transaction
     * @param listener told once for each holder that we wait for, and asked whether to go on waiting
     * @return the lock, to be closed after the run; empty if the listener does not go on
     * @throws ProblemException with {@code lock/timeout}, naming the holder
     */
    Optional<Lock> enter(Database database, Session session, RunListener listener);
}
