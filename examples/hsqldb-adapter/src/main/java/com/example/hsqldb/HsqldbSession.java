package com.example.hsqldb;

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

/** A connection that commits by itself outside {@link #begin} and {@link #commit}. */
final class HsqldbSession implements Session {
    private final Connection connection;

    HsqldbSession(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(true);
    }

    /** A script's own START TRANSACTION would mean nothing to a connection that commits by itself. */
    @Override
    public long execute(Statement statement) {
        if (statement.kind() == StatementKind.BEGIN) {
            begin();
        } else if (statement.kind() == StatementKind.COMMIT) {
            commit();
        } else if (statement.kind() == StatementKind.ROLLBACK) {
            rollback();
        } else {
            return attempt(() -> run(statement, ran -> Math.max(0L, ran.getLargeUpdateCount())));
        }
        return 0;
    }

    @Override
    public List<Row> query(Statement query) {
        return attempt(() -> run(query, ran -> rows(ran.getResultSet())));
    }

    /** Without values the text goes as it is: the driver would find {@code ?} and <code>{d …}</code> in it. */
    private <T> T run(Statement statement, Answer<T> answer) throws SQLException {
        if (statement.parameters().isEmpty()) {
            try (java.sql.Statement plain = connection.createStatement()) {
                plain.setEscapeProcessing(false);
                plain.execute(statement.sql());
                return answer.of(plain);
            }
        }
        try (PreparedStatement prepared = connection.prepareStatement(statement.sql())) {
            int position = 1;
            for (Object value : statement.parameters()) {
                prepared.setObject(position++, value);
            }
            prepared.execute();
            return answer.of(prepared);
        }
    }

    private static List<Row> rows(ResultSet result) throws SQLException {
        List<Row> rows = new ArrayList<>();
        while (result.next()) {
            List<String> names = new ArrayList<>();
            List<@Nullable Object> values = new ArrayList<>();
            for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                Object value = result.getObject(i);
                names.add(result.getMetaData().getColumnLabel(i));
                values.add(value instanceof Number || value instanceof Boolean ? value : result.getString(i));
            }
            rows.add(Row.of(names, values));
        }
        return rows;
    }

    @Override
    public void begin() {
        attempt(() -> switchAutoCommit(false));
    }

    @Override
    public void commit() {
        attempt(() -> {
            connection.commit();
            return switchAutoCommit(true);
        });
    }

    @Override
    public void rollback() {
        try {
            connection.rollback();
            switchAutoCommit(true);
        } catch (SQLException e) {
            // the connection is gone, so the database rolls back
        }
    }

    private boolean switchAutoCommit(boolean on) throws SQLException {
        connection.setAutoCommit(on);
        return on;
    }

    @Override
    public void restore() {
        execute("ALTER SESSION RESET ALL");
    }

    @Override
    public <T> Optional<T> unwrap(Class<T> type) {
        return type.isInstance(connection) ? Optional.of(type.cast(connection)) : Optional.empty();
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

    private <T> T attempt(Attempt<T> attempt) {
        try {
            return attempt.get();
        } catch (SQLException e) {
            String message = String.valueOf(e.getMessage()).replaceFirst("(?s) in statement \\[.*", "");
            throw new StatementException(message, Optional.ofNullable(e.getSQLState()), isGone(e), e);
        }
    }

    private boolean isGone(SQLException e) {
        try {
            return String.valueOf(e.getSQLState()).startsWith("08") || connection.isClosed();
        } catch (SQLException alsoThat) {
            return true;
        }
    }

    private interface Attempt<T> {
        T get() throws SQLException;
    }

    private interface Answer<T> {
        T of(java.sql.Statement ran) throws SQLException;
    }
}
