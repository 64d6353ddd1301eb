package com.example.ignite;

import dev.palindrome.spi.Row;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementException;
import dev.palindrome.spi.StatementKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.apache.ignite.client.IgniteClient;
import org.apache.ignite.client.IgniteClientConnectionException;
import org.apache.ignite.lang.ErrorGroups;
import org.apache.ignite.lang.IgniteException;
import org.apache.ignite.sql.ColumnMetadata;
import org.apache.ignite.sql.ResultSet;
import org.apache.ignite.sql.SqlRow;
import org.apache.ignite.tx.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * Statements and transactions by Ignite's client, which has no sessions: this one is nothing but a transaction that may be
 * open. No transaction holds a definition, so one that comes within a transaction commits it first, as other databases do.
 */
final class IgniteSession implements Session {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Set<Integer> PASSING =
            Set.of(ErrorGroups.Transactions.ACQUIRE_LOCK_ERR, ErrorGroups.Replicator.REPLICA_MISS_ERR);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final IgniteClient client;
    private final IgniteDialect dialect;
    private final String schema;
    private final Duration timeout;
    private final Conflicts conflicts;
    private boolean isWithin;
    private boolean isClosed;
    private @Nullable OpenTransaction transaction;

    /**
     * A session.
     *
     * @param schema the schema of unqualified names, as SQL
     * @param timeout how long a transaction may take
     * @param conflicts what becomes of a transaction that can't begin since another is older
     */
    IgniteSession(IgniteClient client, IgniteDialect dialect, String schema, Duration timeout, Conflicts conflicts) {
        this.client = client;
        this.dialect = dialect;
        this.schema = schema;
        this.timeout = timeout;
        this.conflicts = conflicts;
    }

    /**
     * Of two transactions that want one table, Ignite lets one fail at once. As long as nothing has run in it, it can begin
     * anew, until the other is over.
     */
    enum Conflicts {
        ARE_WAITED_OUT,
        ARE_REPORTED
    }

    @Override
    public long execute(Statement statement) {
        StatementKind kind = dialect.kindOf(statement);
        if (kind.isByItself()) {
            commitOpen();
        } else if (kind == StatementKind.BEGIN) {
            begin();
            return 0;
        } else if (kind == StatementKind.COMMIT) {
            commit();
            return 0;
        } else if (kind == StatementKind.ROLLBACK) {
            rollback();
            return 0;
        }
        return run(statement, kind, result -> Math.max(0, result.affectedRows()));
    }

    @Override
    public List<Row> query(Statement query) {
        return run(query, query.kind(), IgniteSession::rows);
    }

    private <T> T run(Statement statement, StatementKind kind, Function<ResultSet<SqlRow>, T> reader) {
        if (isClosed) {
            throw new StatementException(
                    "The session is closed", Optional.empty(), true, new IllegalStateException("closed"));
        }
        boolean isAlone = !isWithin || kind.isByItself();
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            boolean canBeginAnew = isAlone || transaction == null;
            try {
                return isAlone ? send(null, statement, reader) : sendWithin(opened(), statement, reader);
            } catch (StatementException e) {
                if (!canBeginAnew || !isPassing(e) || System.nanoTime() > giveUp) {
                    throw e;
                }
                if (!isAlone) {
                    discardOpen();
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private <T> T sendWithin(OpenTransaction open, Statement statement, Function<ResultSet<SqlRow>, T> reader) {
        try {
            return send(open.transaction(), statement, reader);
        } catch (StatementException e) {
            open.hasFailed();
            throw e;
        }
    }

    /** Another has the lock, or the node that gives it has just left its place to another. */
    private boolean isPassing(StatementException e) {
        return conflicts == Conflicts.ARE_WAITED_OUT
                && e.getCause() instanceof IgniteException cause
                && PASSING.contains(cause.code());
    }

    private <T> T send(@Nullable Transaction within, Statement statement, Function<ResultSet<SqlRow>, T> reader) {
        try (ResultSet<SqlRow> result = client.sql()
                .execute(
                        within,
                        client.sql()
                                .statementBuilder()
                                .query(statement.sql())
                                .defaultSchema(schema)
                                .timeZoneId(ZoneOffset.UTC)
                                .build(),
                        statement.parameters().stream()
                                .map(IgniteSession::parameter)
                                .toArray())) {
            return reader.apply(result);
        } catch (IgniteException e) {
            throw failed(e);
        }
    }

    private static @Nullable Object parameter(@Nullable Object value) {
        return value instanceof BigInteger whole ? new BigDecimal(whole) : value;
    }

    private static List<Row> rows(ResultSet<SqlRow> result) {
        if (!result.hasRowSet()) {
            return List.of();
        }
        List<String> names =
                result.metadata().columns().stream().map(ColumnMetadata::name).toList();
        List<Row> rows = new ArrayList<>();
        while (result.hasNext()) {
            SqlRow row = result.next();
            List<@Nullable Object> values = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                values.add(plain(row.value(i)));
            }
            rows.add(Row.of(names, values));
        }
        return rows;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value.toString();
    }

    static StatementException failed(IgniteException e) {
        boolean isLost = false;
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            isLost |= cause instanceof IgniteClientConnectionException;
        }
        String message = e.getMessage();
        return new StatementException(message == null ? e.codeAsString() : message, Optional.empty(), isLost, e);
    }

    @Override
    public void begin() {
        isWithin = true;
    }

    /** It begins with its first statement, so that it sees all tables that were made before. */
    private OpenTransaction opened() {
        if (transaction == null) {
            transaction = OpenTransaction.begin(client, timeout);
        }
        return transaction;
    }

    @Override
    public void commit() {
        isWithin = false;
        commitOpen();
    }

    private void commitOpen() {
        OpenTransaction open = transaction;
        transaction = null;
        if (open != null) {
            open.commit();
        }
    }

    @Override
    public void rollback() {
        isWithin = false;
        discardOpen();
    }

    private void discardOpen() {
        OpenTransaction open = transaction;
        transaction = null;
        if (open != null) {
            open.rollback();
        }
    }

    /** There are no settings that a statement could change. */
    @Override
    public void restore() {}

    @Override
    public <T> Optional<T> unwrap(Class<T> type) {
        return type.isInstance(client) ? Optional.of(type.cast(client)) : Optional.empty();
    }

    @Override
    public void close() {
        rollback();
        isClosed = true;
    }
}
