package dev.palindrome.adapters.jdbc.h2;

import dev.palindrome.adapters.jdbc.Connections;
import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.Lock;
import dev.palindrome.spi.LockAttempt;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A row that a second connection keeps locked, since H2's DDL would end the working session's own transaction. A killed
 * holder's connection goes, and its lock with it. Its transaction has written the holder's name into the row and never
 * commits it, so whoever reads what isn't committed sees who has the lock, and nobody once that connection is gone.
 *
 * <p>That connection can be lost while the working one goes on, or comes back by itself (AUTO_RECONNECT, AUTO_SERVER). So
 * each holder leaves a token of its own in a second row, by which the working session finds out that another has come.
 */
final class RowLock {
    private static final String TABLE = "palindrome_lock";
    private static final String SET_HOLDER = "UPDATE %s SET holder = ? WHERE history = ?";

    /** DUPLICATE_KEY_1 and TABLE_OR_VIEW_ALREADY_EXISTS_1 (H2's ErrorCode). */
    private static final Set<String> MADE_BY_ANOTHER = Set.of("23505", "42S01");

    /** TABLE_OR_VIEW_NOT_FOUND_1, _WITH_CANDIDATES_2 and _DATABASE_EMPTY_1, SCHEMA_NOT_FOUND_1 (the same). */
    private static final Set<String> NOT_MADE = Set.of("42S02", "42S03", "42S04", "90079");

    /** LOCK_TIMEOUT_1 (the same). */
    private static final String LOCK_TIMEOUT = "HYT00";

    private final Session session;
    private final Guard guard;
    private final String table;
    private final String row;
    private final String tokenRow;

    RowLock(Session session, Connections connections, String url, Dialect dialect, HistoryTable history) {
        this.session = session;
        this.guard = new Guard(connections, url);
        this.table = table(dialect, history);
        this.row = row(history);
        this.tokenRow = "token of " + history.name();
    }

    LockAttempt tryFor(String holder) {
        prepare();
        Session second = guard.open(session);
        boolean acquired = false;
        try {
            if (!lock(second)) {
                return new LockAttempt.HeldBy(holder(session, table, row).orElse("somebody who has just finished"));
            }
            String token = UUID.randomUUID().toString();
            if (!leave(token)) {
                return new LockAttempt.HeldBy("somebody who has lost the lock within a transaction");
            }
            second.execute(SET_HOLDER.formatted(table), holder, row);
            acquired = true;
            return new LockAttempt.Acquired(new Held(holder, second, token));
        } finally {
            if (!acquired) {
                second.close();
            }
        }
    }

    private boolean lock(Session second) {
        second.begin();
        return !second.query(
                        Statement.of("SELECT history FROM " + table + " WHERE history = ? FOR UPDATE SKIP LOCKED", row))
                .isEmpty();
    }

    /** Waits no longer than H2 does for one whose transaction has proved that it has the lock, and who lost it since. */
    private boolean leave(String token) {
        try {
            session.execute(SET_HOLDER.formatted(table), token, tokenRow);
            return true;
        } catch (StatementException e) {
            if (e.sqlState().filter(LOCK_TIMEOUT::equals).isEmpty()) {
                throw e;
            }
            return false;
        }
    }

    /** {@return who has the lock of that history, if somebody has} */
    static Optional<String> holder(Session session, Dialect dialect, HistoryTable history) {
        return holder(session, table(dialect, history), row(history));
    }

    private static Optional<String> holder(Session session, String table, String row) {
        if (!isThere(session, table, row)) {
            return Optional.empty(); // also where looking would make the database
        }
        String usual = session.query(
                        Statement.of(
                                "SELECT isolation_level AS usual FROM information_schema.sessions WHERE session_id = SESSION_ID()"))
                .get(0)
                .text("usual")
                .orElse("READ COMMITTED");
        isolate(session, "READ UNCOMMITTED");
        try {
            return session.query("SELECT holder FROM " + table + " WHERE history = ?", row).stream()
                    .flatMap(found -> found.text("holder").stream())
                    .filter(name -> !name.isEmpty())
                    .findFirst();
        } finally {
            isolate(session, usual);
        }
    }

    private static void isolate(Session session, String level) {
        session.execute(Statement.of("SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL " + level));
    }

    private static String table(Dialect dialect, HistoryTable history) {
        return new HistoryTable(history.schema(), TABLE).quoted(dialect);
    }

    private static String row(HistoryTable history) {
        return "lock of " + history.name();
    }

    /** Makes the table and the rows. Others may do the same at the same time: what matters is that they are there. */
    private void prepare() {
        if (isThere(session, table, row)) {
            return;
        }
        makeOrFind(
                "CREATE TABLE IF NOT EXISTS " + table + " (history varchar(1000) PRIMARY KEY, holder varchar(1000))");
        makeOrFind("INSERT INTO " + table + " VALUES (?, '')", tokenRow);
        makeOrFind("INSERT INTO " + table + " VALUES (?, '')", row); // the last, which tells that all is there
    }

    /** Two who make the same thing at once are one too many: the database refuses one, and the thing is there. */
    private void makeOrFind(String sql, Object... parameters) {
        try {
            session.execute(sql, parameters);
        } catch (StatementException e) {
            boolean madeByAnother =
                    e.sqlState().filter(MADE_BY_ANOTHER::contains).isPresent();
            if (!madeByAnother) {
                throw e;
            }
        }
    }

    private static boolean isThere(Session session, String table, String row) {
        try {
            return !session.query("SELECT history FROM " + table + " WHERE history = ?", row)
                    .isEmpty();
        } catch (StatementException e) {
            if (e.sqlState().filter(NOT_MADE::contains).isEmpty()) {
                throw e;
            }
            return false;
        }
    }

    private final class Held implements Lock {
        private final String holder;
        private final Session second;
        private final String token;

        Held(String holder, Session second, String token) {
            this.holder = holder;
            this.second = second;
            this.token = token;
        }

        @Override
        public String holder() {
            return holder;
        }

        @Override
        public Optional<Statement> fence() {
            return Optional.of(setToken("holder"));
        }

        @Override
        public void close() {
            try {
                second.rollback();
                second.execute(setToken("''"));
            } catch (StatementException e) {
                // the connection is lost, and the lock with it
            } finally {
                second.close();
            }
        }

        private Statement setToken(String to) {
            return Statement.of(
                    "UPDATE " + table + " SET holder = " + to + " WHERE history = ? AND holder = ?", tokenRow, token);
        }
    }
}
