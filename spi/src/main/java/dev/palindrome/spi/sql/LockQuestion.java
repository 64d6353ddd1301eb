package dev.palindrome.spi.sql;

import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.StatementException;
import java.util.function.Supplier;

/**
 * Asks a database for its lock, or who has it, as {@link dev.palindrome.spi.Database#tryLock} and
 * {@link dev.palindrome.spi.Database#lockHolder} promise.
 *
 * @since 0.1
 */
public final class LockQuestion {
    private LockQuestion() {}

    /**
     * Asks.
     *
     * @param <T> what comes back
     * @param address where the database is
     * @param question asks on a session
     * @return the answer
     * @throws ProblemException with {@code database/unreachable} if the database can't say
     */
    public static <T> T ask(DatabaseAddress address, Supplier<T> question) {
        try {
            return question.get();
        } catch (StatementException e) {
            throw new ProblemException(
                    Problem.error(
                            ProblemCodes.DATABASE_UNREACHABLE,
                            "The database at " + address.redactedUrl() + " doesn't say who has the lock: "
                                    + e.getMessage() + ". Check that it is up, and what this user may do there."),
                    e);
        }
    }
}
