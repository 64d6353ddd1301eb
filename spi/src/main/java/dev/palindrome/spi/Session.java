package dev.palindrome.spi;

import java.util.List;
import java.util.Optional;

/**
 * One connection to a database. Implemented by adapters; used by the engine, and by {@link JavaCode} within its
 * migration's transaction. For one thread at a time.
 *
 * @since 0.1
 */
public interface Session extends AutoCloseable {

    /**
     * Runs one statement and drains all that it returns. Outside {@link #begin} and {@link #commit}, it commits by itself.
     *
     * @param statement the statement
     * @return how many rows it changed; 0 if it doesn't say
     * @throws StatementException with the database's own message if the statement fails
     */
    long execute(Statement statement);

    /**
     * Runs one query and reads the answer whole.
     *
     * @param query the query
     * @return its rows in order
     * @throws StatementException with the database's own message if the query fails
     */
    List<Row> query(Statement query);

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
     * Puts back the settings that a migration may have changed on the connection, such as a search path. Called outside a
     * transaction after each migration; costs nothing if none was changed.
     */
    void restore();

    /**
     * Gives {@link JavaCode} the driver's own object.
     *
     * @param type what is wanted, such as {@code java.sql.Connection}
     * @param <T> its type
     * @return the object; empty if this session isn't made of one. It must be neither closed nor committed
     */
    <T> Optional<T> unwrap(Class<T> type);

    /** Closes the connection, or gives it back to the program that lent it. An open transaction is rolled back. */
    @Override
    void close();
}
