package dev.palindrome.domain.run;

import dev.palindrome.spi.Database;
import dev.palindrome.spi.Lock;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.Session;
import java.util.function.Consumer;

/** Waits until we are the one runner. Implemented in the application, which has a clock and can sleep. */
@FunctionalInterface
public interface LockGate {

    /**
     * Tries to lock until it succeeds or the time is up.
     *
     * @param database whose lock
     * @param session the session that will do the work, outside any transaction
     * @param waitingFor told once for each holder that we wait for
     * @return the lock, to be closed after the run
     * @throws ProblemException with {@code lock/timeout}, naming the holder
     */
    Lock enter(Database database, Session session, Consumer<String> waitingFor);
}
