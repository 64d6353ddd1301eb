package com.example.hsqldb;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.Lock;
import dev.palindrome.spi.LockAttempt;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.Row;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.StatementException;
import java.util.Optional;

/**
 * A row that names the session of whoever has the lock. It counts only while the database lists that session, so a dead
 * process has none. A lock that is held by an open transaction won't do: HSQLDB lets everybody wait for it, without end.
 */
final class SessionLock {
    private static final String SESSIONS = "INFORMATION_SCHEMA.SYSTEM_SESSIONS";

    private final Session session;
    private final String table;
    private final String row;

    SessionLock(Session session, Dialect dialect, HistoryTable history) {
        this.session = session;
        this.table = new HistoryTable(history.schema(), "palindrome_lock").quoted(dialect);
        this.row = history.name();
    }

    /** Session numbers begin anew when the database is opened again, so the time tells them apart. */
    LockAttempt tryFor(String holder) {
        prepare();
        long taken = session.execute(
                "UPDATE " + table + " SET holder = ?, session = SESSION_ID(), since = (SELECT connected FROM "
                        + SESSIONS
                        + " WHERE session_id = SESSION_ID()) WHERE history = ? AND NOT EXISTS (SELECT 1 FROM "
                        + SESSIONS + " s WHERE s.session_id = session AND s.connected = since)",
                holder,
                row);
        Row lock = session.query("SELECT holder FROM " + table + " WHERE history = ?", row)
                .get(0);
        return taken == 1
                ? new LockAttempt.Acquired(Lock.ofSession(holder, this::release))
                : new LockAttempt.HeldBy(lock.text("holder").orElseThrow());
    }

    /** {@return who has it, if somebody has} */
    Optional<String> holder() {
        try {
            return session
                    .query(
                            "SELECT l.holder FROM " + table + " l JOIN " + SESSIONS
                                    + " s ON s.session_id = l.session AND s.connected = l.since WHERE l.history = ?",
                            row)
                    .stream()
                    .flatMap(found -> found.text("holder").stream())
                    .findFirst();
        } catch (StatementException e) {
            if (e.isConnectionLost()) {
                throw e;
            }
            return Optional.empty(); // there is no such table yet
        }
    }

    private void prepare() {
        if (session.query("SELECT 1 AS it FROM " + SESSIONS + " WHERE session_id = SESSION_ID() AND is_admin")
                .isEmpty()) {
            throw new ProblemException(Problem.error(
                    ProblemCodes.DATABASE_LOGIN,
                    "Only administrators see who else is connected, and so who has the lock. Log in as one."));
        }
        try {
            session.query("SELECT 1 AS it FROM " + table);
        } catch (StatementException e) {
            session.execute("CREATE TABLE IF NOT EXISTS " + table + " (history varchar(1000) PRIMARY KEY,"
                    + " holder varchar(1000), session bigint, since timestamp with time zone)");
        }
        session.execute(
                "MERGE INTO " + table + " AS known USING (VALUES(CAST(? AS varchar(1000)))) AS wanted(history)"
                        + " ON known.history = wanted.history WHEN NOT MATCHED THEN INSERT (history) VALUES wanted.history",
                row);
    }

    private void release() {
        session.execute("UPDATE " + table + " SET session = NULL WHERE history = ?", row);
    }
}
