package dev.palindrome.spi;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements in a transaction that somebody else begins and ends. Given to {@link JavaCode}; every {@link Session} is
 * one. For one thread at a time.
 *
 * @since 0.1
 */
public interface StatementRunner {

    /**
     * Runs one statement and drains all that it returns.
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

    /**
     * Gives the driver's own object, for what can't be said here.
     *
     * @param type what is wanted, such as {@code java.sql.Connection}
     * @param <T> its type
     * @return the object; empty if this isn't made of one. It must be neither closed nor committed
     */
    <T> Optional<T> unwrap(Class<T> type);

    /**
     * Runs one statement with values.
     *
     * @param sql the text, with a {@code ?} for each value
     * @param parameters texts, numbers, booleans or nulls
     * @return how many rows it changed; 0 if it doesn't say
     * @throws StatementException with the database's own message if the statement fails
     */
    default long execute(String sql, @Nullable Object... parameters) {
        return execute(Statement.of(sql, parameters));
    }

    /**
     * Runs one query with values.
     *
     * @param sql the text, with a {@code ?} for each value
     * @param parameters texts, numbers, booleans or nulls
     * @return its rows in order
     * @throws StatementException with the database's own message if the query fails
     */
    default List<Row> query(String sql, @Nullable Object... parameters) {
        return query(Statement.of(sql, parameters));
    }
}
