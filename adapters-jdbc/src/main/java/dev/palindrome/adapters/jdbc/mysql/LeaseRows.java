package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.Row;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Two rows per lock, which the nodes of a cluster have in common. One says who has it; its number changes with each fence. The
 * other has the pulse, so that a transaction which has changed the first doesn't stop it.
 */
final class LeaseRows {
    private static final String TABLE = "palindrome_lease";

    /** ER_LOCK_WAIT_TIMEOUT (a row that NOWAIT finds locked, too), ER_LOCK_DEADLOCK, ER_LOCK_NOWAIT. */
    private static final Set<Integer> BEATEN = Set.of(1205, 1213, 3572);

    private static final int NO_SUCH_TABLE = 1146;

    private final Dialect dialect;
    private final String table;
    private final String name;

    LeaseRows(Dialect dialect, HistoryTable history) {
        this.dialect = dialect;
        this.table = new HistoryTable(history.schema(), TABLE).quoted(dialect);
        this.name = NamedLock.name(history);
    }

    /**
     * What the rows say.
     *
     * @param holder who has the lease; empty if it is free
     * @param token how often it was taken
     * @param fences how often it was fenced
     * @param beats how often the pulse has beaten
     */
    record Seen(String holder, long token, long fences, long beats) {
        boolean isFree() {
            return holder.isEmpty();
        }
    }

    /** {@return whether a statement had to give way to somebody else's, who had the row or was first in the cluster} */
    static boolean isBeaten(StatementException e) {
        return code(e).filter(BEATEN::contains).isPresent();
    }

    /** {@return what the rows say, which are made if they are missing; nothing while somebody else is making them} */
    Optional<Seen> read(Session session) {
        Optional<Seen> found = find(session);
        if (found.isPresent()) {
            return found;
        }
        make(session);
        return find(session);
    }

    /** {@return what the rows say, if they are there} */
    Optional<Seen> find(Session session) {
        try {
            List<Row> rows = session.query(
                    "SELECT l.holder, l.token, l.number AS fences, p.number AS beats FROM " + table + " l JOIN " + table
                            + " p ON p.name = l.name AND p.part = 'pulse' WHERE l.name = ? AND l.part = 'lease'",
                    name);
            return rows.stream().findFirst().map(LeaseRows::seen);
        } catch (StatementException e) {
            if (code(e).filter(code -> code == NO_SUCH_TABLE).isPresent()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static Seen seen(Row row) {
        return new Seen(
                row.text("holder").orElse(""),
                row.number("token").orElseThrow(),
                row.number("fences").orElseThrow(),
                row.number("beats").orElseThrow());
    }

    private void make(Session session) {
        session.execute("CREATE TABLE IF NOT EXISTS " + table
                + " (name varchar(64), part varchar(8), token bigint NOT NULL, number bigint NOT NULL, holder "
                + dialect.textType() + " NOT NULL, PRIMARY KEY (name, part))" + dialect.tableOptions());
        try {
            session.execute(
                    "INSERT IGNORE INTO " + table + " VALUES (?, 'lease', 0, 0, ''), (?, 'pulse', 0, 0, '')",
                    name,
                    name);
        } catch (StatementException e) {
            if (!isBeaten(e)) {
                throw e;
            }
        }
    }

    /** {@return whether the lease was taken, in a transaction, from what was seen} */
    boolean take(Session session, Seen seen, String holder) {
        session.query("SELECT token FROM " + table + " WHERE name = ? FOR UPDATE NOWAIT", name);
        return session.execute(
                                "UPDATE " + table + " SET token = token + 1, number = 0, holder = ?"
                                        + " WHERE name = ? AND part = 'lease' AND token = ? AND holder = ? AND number = ?",
                                holder,
                                name,
                                seen.token(),
                                seen.holder(),
                                seen.fences())
                        == 1
                && session.execute(
                                "UPDATE " + table + " SET token = token + 1, number = 0"
                                        + " WHERE name = ? AND part = 'pulse' AND token = ? AND number = ?",
                                name,
                                seen.token(),
                                seen.beats())
                        == 1;
    }

    Statement beat(long token) {
        return Statement.of(
                "UPDATE " + table + " SET number = number + 1 WHERE name = ? AND part = 'pulse' AND token = ?",
                name,
                token);
    }

    Statement fence(long token) {
        return Statement.of(
                "UPDATE " + table
                        + " SET number = number + 1 WHERE name = ? AND part = 'lease' AND token = ? AND holder <> ''",
                name,
                token);
    }

    Statement release(long token) {
        return Statement.of(
                "UPDATE " + table + " SET holder = '' WHERE name = ? AND part = 'lease' AND token = ?", name, token);
    }

    private static Optional<Integer> code(StatementException e) {
        return e.getCause() instanceof SQLException cause ? Optional.of(cause.getErrorCode()) : Optional.empty();
    }
}
