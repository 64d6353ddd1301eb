package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.spi.Checksum;
import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.Lock;
import dev.palindrome.spi.LockAttempt;
import dev.palindrome.spi.Row;
import dev.palindrome.spi.Session;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A named lock that belongs to the session which does the work: whoever loses the session has lost the lock, and can't write
 * either. A statement that the server has begun goes on when its client dies, and keeps the lock until it is done; that is
 * right, since nobody else may work until then.
 */
final class NamedLock {
    private static final String FINISHED = "somebody who has just finished";

    private final Session session;
    private final HolderNote note;
    private final String name;

    NamedLock(Session session, Dialect dialect, HistoryTable table) {
        this.session = session;
        this.name = name(table);
        this.note = new HolderNote(session, dialect, table, name);
    }

    LockAttempt tryFor(String holder) {
        Row row = session.query("SELECT GET_LOCK(?, 0) AS locked, CONNECTION_ID() AS connection", name)
                .get(0);
        if (!row.flag("locked").orElse(false)) {
            return new LockAttempt.HeldBy(holder().orElse(FINISHED));
        }
        note.write(row.number("connection").orElseThrow(), holder);
        return new LockAttempt.Acquired(Lock.ofSession(holder, () -> session.query("SELECT RELEASE_LOCK(?)", name)));
    }

    /** {@return who has it, if somebody has} */
    Optional<String> holder() {
        OptionalLong connection = session.query("SELECT IS_USED_LOCK(?) AS connection", name)
                .get(0)
                .number("connection");
        return connection.isPresent() ? Optional.of(describe(connection.getAsLong())) : Optional.empty();
    }

    /** Other users' connections are shown only to those who may see them. */
    private String describe(long connection) {
        List<Row> rows =
                session.query("SELECT user, host FROM information_schema.processlist WHERE id = ?", connection);
        String from = rows.isEmpty()
                ? ""
                : ", user '" + rows.get(0).text("user").orElse("") + "', from "
                        + rows.get(0).text("host").orElse("elsewhere");
        return note.read(connection).orElse("somebody") + " (connection " + connection + from + ")";
    }

    /** At most 64 characters (GET_LOCK in the servers' manuals). All versions of Palindrome must agree on it. */
    static String name(HistoryTable table) {
        String whole = table.schema().orElse("") + "\n" + table.name();
        return "palindrome_" + Checksum.of(whole).value().substring(0, 40);
    }
}
