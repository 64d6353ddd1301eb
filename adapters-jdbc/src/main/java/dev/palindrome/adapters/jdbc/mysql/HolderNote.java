package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.StatementException;
import java.util.Optional;

/**
 * A note of who has the lock, since a server tells no more of a lock than the number of a connection. It counts only while
 * that connection has the lock, and nothing hangs on it: who can't write it, or read it, does without.
 */
final class HolderNote {
    private static final String TABLE = "palindrome_lock";

    private final Session session;
    private final String table;
    private final String create;
    private final String lock;

    HolderNote(Session session, Dialect dialect, HistoryTable history, String lock) {
        this.session = session;
        this.table = new HistoryTable(history.schema(), TABLE).quoted(dialect);
        this.create =
                "CREATE TABLE IF NOT EXISTS " + table + " (name varchar(64) PRIMARY KEY, connection bigint NOT NULL,"
                        + " holder " + dialect.textType() + " NOT NULL)" + dialect.tableOptions();
        this.lock = lock;
    }

    void write(long connection, String holder) {
        try {
            replace(connection, holder);
        } catch (StatementException e) {
            if (!e.isConnectionLost()) {
                makeAndReplace(connection, holder);
            }
        }
    }

    private void makeAndReplace(long connection, String holder) {
        try {
            session.execute(create);
            replace(connection, holder);
        } catch (StatementException e) {
            // then others will be told the number of the connection
        }
    }

    private void replace(long connection, String holder) {
        session.execute(
                "REPLACE INTO " + table + " (name, connection, holder) VALUES (?, ?, ?)", lock, connection, holder);
    }

    Optional<String> read(long connection) {
        try {
            return session
                    .query("SELECT holder FROM " + table + " WHERE name = ? AND connection = ?", lock, connection)
                    .stream()
                    .flatMap(row -> row.text("holder").stream())
                    .findFirst();
        } catch (StatementException e) {
            return Optional.empty();
        }
    }
}
