package dev.palindrome.adapters.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * What one database does its own way on a connection: how transactions begin and end, and which settings a script can leave
 * behind. Implemented once per database, one object per connection; called by {@link JdbcSession} only.
 */
public interface ConnectionRules {

    /**
     * Begins a transaction on a connection that commits by itself.
     *
     * @param connection the session's connection
     * @throws SQLException if the database refused
     */
    default void begin(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
    }

    /**
     * Commits, and lets the connection commit by itself again.
     *
     * @param connection the session's connection
     * @throws SQLException if the database refused; {@link #rollback} is called next
     */
    default void commit(Connection connection) throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
    }

    /**
     * Ends whatever transaction is open, ours or one that a script began, and lets the connection commit by itself again.
     * Called without a transaction too.
     *
     * @param connection the session's connection
     * @throws SQLException if the connection is gone
     */
    default void rollback(Connection connection) throws SQLException {
        connection.setAutoCommit(false); // a driver that commits by itself would refuse to roll back
        connection.rollback();
        connection.setAutoCommit(true);
    }

    /**
     * Says what the last rollback left behind.
     *
     * @return the database's own words for it; empty if nothing
     */
    default Optional<String> kept() {
        return Optional.empty();
    }

    /**
     * Says whether a statement of a script can change settings of the connection. When in doubt, yes: that costs one more
     * call to the database after the migration.
     *
     * @param sql the statement
     * @return whether {@link #restore} has something to do afterwards
     */
    boolean changesSettings(String sql);

    /**
     * Notes the settings, before the first statement that can change them. Maybe within a transaction.
     *
     * @param connection the session's connection
     * @throws SQLException if the database doesn't say
     */
    default void remember(Connection connection) throws SQLException {}

    /**
     * Puts the settings back, outside any transaction.
     *
     * @param connection the session's connection
     * @throws SQLException if the database refused
     */
    void restore(Connection connection) throws SQLException;

    /**
     * Removes what we ourselves have set, before a connection goes back to the program that lent it.
     *
     * @param connection a lent connection, outside any transaction
     * @throws SQLException if the database refused
     */
    default void giveBack(Connection connection) throws SQLException {}

    /**
     * Says whether the connection is of no more use after an error.
     *
     * @param error what the driver threw
     * @return whether it means the end of the connection
     */
    default boolean endsConnection(SQLException error) {
        String state = error.getSQLState();
        return state != null && state.startsWith("08");
    }

    /**
     * The database's own words for an error.
     *
     * @param error what the driver threw
     * @return the message, without what the driver added of its own
     */
    default String message(SQLException error) {
        return String.valueOf(error.getMessage());
    }

    /**
     * Runs SQL of an adapter's own; several statements in one round trip where the driver takes them.
     *
     * @param connection the session's connection
     * @param sql what to run; what it returns is not looked at
     * @throws SQLException if the database refused
     */
    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
