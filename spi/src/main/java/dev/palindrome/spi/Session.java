package dev.palindrome.spi;

import java.util.Optional;

/**
 * One connection to a database. Outside {@link #begin} and {@link #commit} each statement commits by itself. Implemented by
 * adapters, used by the engine. For one thread at a time.
 *
 * @since 0.1
 */
public interface Session extends StatementRunner, AutoCloseable {

    /** Begins a transaction. Never called within one. */
    void begin();

    /**
     * Commits the transaction.
     *
     * @throws StatementException if the database refused, or the answer was lost; the transaction is over either way
     */
    void commit();

    /**
     * Rolls back whatever transaction is open, also one that a script began by itself. Does nothing if there is none, and
     * nothing if the connection is gone, since then the database rolls back.
     */
    void rollback();

    /**
     * Says what the last {@link #rollback} left behind: rows in tables of a kind that knows no transactions.
     *
     * @return the database's own words for it; by default empty, which means nothing
     */
    default Optional<String> kept() {
        return Optional.empty();
    }

    /**
     * Puts back the settings that a migration may have changed on the connection, such as a search path. Called outside a
     * transaction after each migration; costs nothing if none was changed.
     */
    void restore();

    /** Closes the connection, or gives it back to the program that lent it. An open transaction is rolled back. */
    @Override
    void close();
}
