package dev.palindrome.spi.sql;

import dev.palindrome.spi.Row;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementException;
import dev.palindrome.spi.StatementKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A session on a JDBC connection that commits by itself outside {@link #begin} and {@link #commit}. Adapters extend it with
 * what their database does otherwise; most say at least how settings are put back.
 *
 * @since 0.1
 */
public class ConnectionSession implements Session {
    private final Connection connection;

    /**
     * A session that owns the connection.
     *
     * @param connection closed with the session
     * @throws SQLException if the connection is of no use
     */
    public ConnectionSession(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(true);
    }

    /** What a script says of transactions is done by the connection, which would not see it otherwise. */
    @Override
    public long execute(Statement statement) {
        if (statement.kind() == StatementKind.BEGIN) {
            begin();
            return 0;
        }
        long changed = attempt(() -> run(statement, ConnectionSession::drain));
        if (statement.kind() == StatementKind.COMMIT || statement.kind() == StatementKind.ROLLBACK) {
            rollback();
        }
        return changed;
    }

    @Override
    public List<Row> query(Statement query) {
        return attempt(() -> run(query, (ran, isRows) -> rows(ran.getResultSet())));
    }

    /** Without values the text goes as it is: drivers find <code>?</code> and <code>{d …}</code> even in texts. */
    private <T> T run(Statement statement, Answer<T> answer) throws SQLException {
        if (statement.parameters().isEmpty()) {
            try (java.sql.Statement plain = connection.createStatement()) {
                plain.setEscapeProcessing(false);
                return answer.of(plain, plain.execute(statement.sql()));
            }
        }
        try (PreparedStatement prepared = connection.prepareStatement(statement.sql())) {
            int position = 1;
            for (Object value : statement.parameters()) {
                prepared.setObject(position++, value);
            }
            return answer.of(prepared, prepared.execute());
        }
    }

    /** Some databases do the work of a row, and report its errors, only when the row is fetched. */
    private static long drain(java.sql.Statement ran, boolean firstIsRows) throws SQLException {
        long changed = 0;
        boolean isRows = firstIsRows;
        while (true) {
            if (isRows) {
                rows(ran.getResultSet());
            } else {
                int count = ran.getUpdateCount();
                if (count < 0) {
                    return changed;
                }
                changed += count;
            }
            isRows = ran.getMoreResults();
        }
    }

    private static List<Row> rows(ResultSet result) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
            columns.add(result.getMetaData().getColumnLabel(i));
        }
        List<Row> rows = new ArrayList<>();
        while (result.next()) {
            List<@Nullable Object> values = new ArrayList<>();
            for (int i = 1; i <= columns.size(); i++) {
                Object value = result.getObject(i);
                values.add(value instanceof Number || value instanceof Boolean ? value : result.getString(i));
            }
            rows.add(Row.of(columns, values));
        }
        return rows;
    }

    @Override
    public void begin() {
        attempt(() -> commitsByItself(false));
    }

    @Override
    public void commit() {
        try {
            attempt(() -> {
                connection.commit();
                return commitsByItself(true);
            });
        } catch (StatementException e) {
            rollback();
            throw e;
        }
    }

    @Override
    public void rollback() {
        try {
            connection.setAutoCommit(false); // a driver that commits by itself would refuse to roll back
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            // the connection is gone, so the database rolls back
        }
    }

    private boolean commitsByItself(boolean itself) throws SQLException {
        connection.setAutoCommit(itself);
        return itself;
    }

    /** Does nothing. To be overridden where a script can change settings of the connection. */
    @Override
    public void restore() {
        // there is nothing that all databases have
    }

    @Override
    public <T> Optional<T> unwrap(Class<T> type) {
        if (type.isInstance(connection)) {
            return Optional.of(type.cast(connection));
        }
        return attempt(
                () -> connection.isWrapperFor(type) ? Optional.of(connection.unwrap(type)) : Optional.<T>empty());
    }

    @Override
    public void close() {
        rollback();
        try {
            connection.close();
        } catch (SQLException e) {
            // it is gone already
        }
    }

    /**
     * The database's own words for an error.
     *
     * @param error what the driver threw
     * @return its message; to be overridden where the driver adds something of its own, such as the statement
     */
    protected String message(SQLException error) {
        return String.valueOf(error.getMessage());
    }

    /**
     * Says whether the connection is of no more use after an error.
     *
     * @param error what the driver threw
     * @return whether its SQLSTATE is of class 08, or the connection is closed
     */
    protected boolean endsConnection(SQLException error) {
        try {
            return String.valueOf(error.getSQLState()).startsWith("08") || connection.isClosed();
        } catch (SQLException e) {
            return true;
        }
    }

    private <T> T attempt(Attempt<T> attempt) {
        try {
            return attempt.get();
        } catch (SQLException e) {
            throw new StatementException(message(e), Optional.ofNullable(e.getSQLState()), endsConnection(e), e);
        }
    }

    private interface Attempt<T> {
        T get() throws SQLException;
    }

    private interface Answer<T> {
        T of(java.sql.Statement ran, boolean firstIsRows) throws SQLException;
    }
}
