package dev.palindrome.adapters.jdbc.h2;

import dev.palindrome.adapters.jdbc.Connections;
import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.Lock;
import dev.palindrome.spi.LockAttempt;
import dev.palindrome.spi.Row;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementException;
import java.util.List;
import java.util.Set;

/**
 * A row that a second connection keeps locked, since H2's DDL would end the working session's own transaction. A killed
 * holder's connection goes, and its lock with it. The holder's name stands in another row, which isn't locked.
 */
final class RowLock {
    private static final String TABLE = "palindrome_lock";

    /** DUPLICATE_KEY_1 and TABLE_OR_VIEW_ALREADY_EXISTS_1 (H2's ErrorCode). */
    private static final Set<String> MADE_BY_ANOTHER = Set.of("23505", "42S01");

    private final Session session;
    private final Guard guard;
    private final String table;
    private final String row;

    RowLock(Session session, Connections connections, String url, Dialect dialect, HistoryTable history) {
        this.session = session;
        this.guard = new Guard(connections, url);
        this.table = new HistoryTable(history.schema(), TABLE).quoted(dialect);
        this.row = history.name();
    }

    LockAttempt tryFor(String holder) {
        prepare();
        Session second = guard.open(session);
        boolean acquired = false;
        try {
            if (!lock(second)) {
                return new LockAttempt.HeldBy(otherHolder());
            }
            session.execute(Statement.of(
                    "UPDATE " + table + " SET holder = ? WHERE history = ? AND part = 'holder'", holder, row));
            acquired = true;
            return new LockAttempt.Acquired(new Held(holder, second));
        } finally {
            if (!acquired) {
                second.close();
            }
        }
    }

    private boolean lock(Session second) {
        second.begin();
        return !second.query(Statement.of(
                        "SELECT part FROM " + table + " WHERE history = ? AND part = 'lock' FOR UPDATE SKIP LOCKED",
                        row))
                .isEmpty();
    }

    private String otherHolder() {
        List<Row> rows = session.query(
                Statement.of("SELECT holder FROM " + table + " WHERE history = ? AND part = 'holder'", row));
        return rows.stream()
                .findFirst()
                .flatMap(found -> found.text("holder"))
                .filter(name -> !name.isBlank())
                .orElse("another process");
    }

    /** Makes the table and the two rows. Others may do the same at the same time: what matters is that they are there. */
    private void prepare() {
        if (areThere()) {
            return;
        }
        makeOrFind("CREATE TABLE IF NOT EXISTS " + table
                + " (history varchar(1000), part varchar(10), holder varchar(1000), PRIMARY KEY (history, part))");
        for (String part : List.of("lock", "holder")) {
            makeOrFind("INSERT INTO " + table + " VALUES (?, ?, '')", row, part);
        }
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

    private boolean areThere() {
        try {
            return session.query("SELECT part FROM " + table + " WHERE history = ?", row)
                            .size()
                    == 2;
        } catch (StatementException e) {
            return false;
        }
    }

    private record Held(String holder, Session second) implements Lock {
        @Override
        public void close() {
            second.close();
        }
    }
}
