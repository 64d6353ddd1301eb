package dev.palindrome.adapters.jdbc;

import dev.palindrome.testkit.fuzz.ClientContract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** The statements of a script are sent through a driver. */
public abstract class JdbcClientContract extends ClientContract {
    private Connection connection;

    @AfterEach
    final void close() throws SQLException {
        if (connection != null) {
            connection.close();
        }
    }

    protected abstract Connection connect() throws SQLException;

    /** {@return a connection that is as the used one was at the beginning: by default another one} */
    protected Connection refreshed(Connection used) throws SQLException {
        used.close();
        return connect();
    }

    @Override
    protected List<String> given(List<String> statements) throws SQLException {
        List<String> values = new ArrayList<>();
        connection = connection == null ? connect() : refreshed(connection);
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (String sql : statements) {
                boolean isResult = execute(statement, sql);
                while (isResult || statement.getUpdateCount() >= 0) {
                    if (isResult) {
                        addValues(statement.getResultSet(), values);
                    }
                    isResult = statement.getMoreResults();
                }
            }
        }
        return values;
    }

    private static boolean execute(Statement statement, String sql) throws SQLException {
        try {
            return statement.execute(sql);
        } catch (SQLException e) {
            throw new SQLException(e.getMessage() + "\nin <" + sql + ">", e);
        }
    }

    /** Adds the first column. */
    private static void addValues(ResultSet rows, List<String> values) throws SQLException {
        try (rows) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
    }
}
