package dev.palindrome.application.torture;

import dev.palindrome.application.databases.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A session that holds all rows of a table, and with them the table itself, until it is closed: others wait for it. */
record Holding(Connection connection) implements AutoCloseable {

    static Holding of(TestDatabase database, String table) {
        try {
            Connection connection = database.connect();
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("SELECT * FROM " + table + " FOR UPDATE");
            }
            return new Holding(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
