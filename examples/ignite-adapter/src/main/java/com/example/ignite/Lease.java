package com.example.ignite;

import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.LockAttempt;
import dev.palindrome.spi.Row;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A row that says who has the lock until when: Ignite has no sessions that a lock could hang on. Whoever finds the lease run
 * out takes it, with the next token; times are Ignite's own. The table has that one row, since a transaction that changes a
 * row keeps others from changing any.
 */
final class Lease {
    private static final String EXPIRES = "CURRENT_TIMESTAMP + INTERVAL '2' SECONDS";
    private static final String IS_FREE = "(expires IS NULL OR expires <= CURRENT_TIMESTAMP)";

    private final Supplier<? extends Session> sessions;
    private final String table;

    /**
     * A lease.
     *
     * @param sessions gives sessions that don't wait for others
     * @param history what is locked
     */
    Lease(Supplier<? extends Session> sessions, IgniteDialect dialect, HistoryTable history) {
        this.sessions = sessions;
        this.table = new HistoryTable(history.schema(), "palindrome_lock_" + history.name()).quoted(dialect);
    }

    LockAttempt tryFor(String holder) {
        try (Session session = session()) {
            return tryFor(session, holder);
        }
    }

    /** {@return who has it, if somebody has} */
    Optional<String> holder() {
        try (Session session = session()) {
            return read(session).filter(row -> !row.flag("free").orElse(false)).flatMap(row -> row.text("holder"));
        } catch (StatementException e) {
            if (e.isConnectionLost()) {
                throw e;
            }
            return Optional.empty(); // there is no such table yet
        }
    }

    private LockAttempt tryFor(Session session, String holder) {
        Row row = row(session);
        if (!row.flag("free").orElse(false)) {
            return heldBy(Optional.of(row));
        }
        try {
            return taken(session, holder);
        } catch (StatementException e) {
            session.rollback();
            if (e.isConnectionLost()) {
                throw e;
            }
            return heldBy(Optional.of(row)); // of two who take it at the same time, Ignite lets one fail
        }
    }

    private LockAttempt taken(Session session, String holder) {
        session.begin();
        long taken = session.execute(
                "UPDATE " + table + " SET holder = ?, token = token + 1, expires = " + EXPIRES + " WHERE id = 1 AND "
                        + IS_FREE,
                holder);
        Optional<Row> row = read(session);
        session.commit();
        return taken == 1
                ? new LockAttempt.Acquired(new HeldLease(
                        this, holder, row.orElseThrow().number("token").orElseThrow()))
                : heldBy(row);
    }

    private static LockAttempt heldBy(Optional<Row> row) {
        return new LockAttempt.HeldBy(
                row.flatMap(it -> it.text("holder")).filter(it -> !it.isEmpty()).orElse("somebody who was quicker"));
    }

    private Row row(Session session) {
        try {
            Optional<Row> row = read(session);
            if (row.isPresent()) {
                return row.get();
            }
        } catch (StatementException e) {
            if (e.isConnectionLost()) {
                throw e;
            }
            session.execute(
                    "CREATE TABLE IF NOT EXISTS " + table
                            + " (id integer PRIMARY KEY, holder varchar, token bigint, expires timestamp with local time zone)");
        }
        try {
            session.execute("INSERT INTO " + table + " VALUES (1, '', 0, NULL)");
        } catch (StatementException e) {
            if (read(session).isEmpty()) {
                throw e;
            }
        }
        return read(session).orElseThrow();
    }

    private Optional<Row> read(Session session) {
        List<Row> rows = session.query("SELECT holder, token, " + IS_FREE + " AS free FROM " + table + " WHERE id = 1");
        return rows.stream().findFirst();
    }

    /** {@return what renews it, and changes one row while it is ours} */
    Statement renewal(long token) {
        return Statement.of(
                "UPDATE " + table + " SET expires = " + EXPIRES + " WHERE id = 1 AND token = ? AND expires IS NOT NULL",
                token);
    }

    /** {@return a session of its own} */
    Session session() {
        return sessions.get();
    }

    Statement release(long token) {
        return Statement.of("UPDATE " + table + " SET expires = NULL WHERE id = 1 AND token = ?", token);
    }
}
