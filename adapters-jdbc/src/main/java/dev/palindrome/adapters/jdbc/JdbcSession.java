package dev.palindrome.adapters.jdbc;

import dev.palindrome.spi.Row;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session on a JDBI handle. Statements of scripts bypass JDBI's and the driver's own reading of SQL: {@code :x}, {@code ?}
 * and <code>{d …}</code> in them mean what they mean to the database.
 *
 * <p>Outside a transaction the connection commits by itself, whatever it did when it was lent to us.
 */
public final class JdbcSession implements Session {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcSession.class);

    private final Handle handle;
    private final Connection connection;
    private final ConnectionRules rules;
    private boolean settingsChanged;

    /**
     * A session that owns the connection's handle.
     *
     * @param handle closed with the session
     * @param rules how this database wants it
     */
    public JdbcSession(Handle handle, ConnectionRules rules) {
        this.handle = handle;
        this.connection = handle.getConnection();
        this.rules = rules;
        handle.getConfig(SqlStatements.class).setTemplateEngine(TemplateEngine.NOP);
        handle.getConfig(Handles.class).setForceEndTransactions(false); // close does that
    }

    @Override
    public long execute(Statement statement) {
        run(() -> watch(statement.sql()));
        return statement.parameters().isEmpty()
                ? attempt(() -> executeAsWritten(statement.sql()))
                : attempt(() -> Math.max(
                        0L,
                        bind(handle.createUpdate(statement.sql()), statement).execute()));
    }

    @Override
    public List<Row> query(Statement query) {
        run(() -> watch(query.sql()));
        return query.parameters().isEmpty()
                ? attempt(() -> queryAsWritten(query.sql()))
                : attempt(() -> bind(handle.createQuery(query.sql()), query)
                        .map((result, context) -> Results.row(result))
                        .list());
    }

    @Override
    public void begin() {
        run(() -> rules.begin(connection));
    }

    @Override
    public void commit() {
        try {
            run(() -> rules.commit(connection));
        } catch (StatementException e) {
            rollback();
            throw e;
        }
    }

    @Override
    public void rollback() {
        try {
            rules.rollback(connection);
        } catch (SQLException e) {
            LOG.debug("Nothing was rolled back: {}", e.getMessage());
        }
    }

    @Override
    public Optional<String> kept() {
        return rules.kept();
    }

    @Override
    public void restore() {
        if (settingsChanged) {
            run(() -> rules.restore(connection));
            settingsChanged = false;
        }
    }

    @Override
    public <T> Optional<T> unwrap(Class<T> type) {
        run(this::noteSettings);
        if (type.isInstance(handle)) {
            return Optional.of(type.cast(handle));
        }
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
            restore();
        } catch (StatementException e) {
            LOG.debug("The settings were not put back, the connection is closed: {}", e.getMessage());
        }
        try {
            handle.close();
        } catch (JdbiException e) {
            LOG.debug("The connection did not close as it should: {}", e.getMessage());
        }
    }

    private long executeAsWritten(String sql) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            return Results.drain(statement, statement.execute(sql));
        }
    }

    private List<Row> queryAsWritten(String sql) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            try (ResultSet result = statement.executeQuery(sql)) {
                List<Row> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(Results.row(result));
                }
                return rows;
            }
        }
    }

    private static <S extends SqlStatement<S>> S bind(S prepared, Statement statement) {
        prepared.setSqlParser(new VerbatimSql(statement.parameters().size()));
        int position = 0;
        for (Object value : statement.parameters()) {
            prepared.bind(position++, value);
        }
        return prepared;
    }

    private void watch(String sql) throws SQLException {
        if (rules.changesSettings(sql)) {
            noteSettings();
        }
    }

    private void noteSettings() throws SQLException {
        if (!settingsChanged) {
            rules.remember(connection);
            settingsChanged = true;
        }
    }

    private void run(Action action) {
        attempt(() -> {
            action.run();
            return true;
        });
    }

    private <T> T attempt(Attempt<T> attempt) {
        try {
            return attempt.get();
        } catch (SQLException e) {
            throw failure(e);
        } catch (JdbiException e) {
            if (e.getCause() instanceof SQLException cause) {
                throw failure(cause);
            }
            throw e;
        }
    }

    private StatementException failure(SQLException e) {
        return new StatementException(
                rules.message(e), Optional.ofNullable(e.getSQLState()), rules.endsConnection(e) || isClosed(), e);
    }

    private boolean isClosed() {
        try {
            return connection.isClosed();
        } catch (SQLException e) {
            return true;
        }
    }

    private interface Attempt<T> {
        T get() throws SQLException;
    }

    private interface Action {
        void run() throws SQLException;
    }
}
