package dev.palindrome.application.torture;

import dev.palindrome.application.databases.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A session that holds all rows of a table, and with them the table itself, until it is closed: others wait for it. */
record Holding(Connection connection) implements AutoCloseable {

    static Holding of(TestDatabase database, String table) {
        try {
            Holding holding = new Holding(database.connect());
            holding.hold(table);
            return holding;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void hold(String table) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT * FROM " + table + " FOR UPDATE");
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
