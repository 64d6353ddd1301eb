package dev.palindrome.adapters.jdbc.postgresql;

import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.Lock;
import dev.palindrome.spi.LockAttempt;
import dev.palindrome.spi.Row;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/**
 * A lock that belongs to the session which does the work: whoever loses the session has lost the lock, and can't write
 * either. Never waits, since a waiting session would keep CREATE INDEX CONCURRENTLY from ending.
 */
final class AdvisoryLock {
    private static final String HOLDER = "SELECT a.application_name, l.pid, a.usename,"
            + " COALESCE(pg_catalog.host(a.client_addr), 'the server itself') AS client"
            + " FROM pg_catalog.pg_locks l LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid"
            + " WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1 AND l.database ="
            + " (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database())"
            + " AND ((l.classid::bigint << 32) | l.objid::bigint) = ?";

    private final Session session;
    private final OwnSettings ownSettings;
    private final long key;

    AdvisoryLock(Session session, HistoryTable table, OwnSettings ownSettings) {
        this.session = session;
        this.ownSettings = ownSettings;
        this.key = key(table);
    }

    LockAttempt tryFor(String holder) {
        Row row = session.query(ownSettings.applyAnd(holder, "pg_catalog.pg_try_advisory_lock(?) AS locked", key))
                .get(0);
        return row.flag("locked").orElse(false)
                ? new LockAttempt.Acquired(Lock.ofSession(
                        holder, () -> session.query(Statement.of("SELECT pg_catalog.pg_advisory_unlock(?)", key))))
                : new LockAttempt.HeldBy(holder().orElse("somebody who has just finished"));
    }

    /** {@return who has it, if somebody has} */
    Optional<String> holder() {
        return session.query(Statement.of(HOLDER, key)).stream().findFirst().map(AdvisoryLock::describe);
    }

    private static String describe(Row row) {
        String name = row.text("application_name").map(OwnSettings::holder).orElse("somebody");
        return name + " (server process " + row.number("pid").orElseThrow()
                + row.text("usename").map(user -> ", user '" + user + "'").orElse("") + ", from "
                + row.text("client").orElse("elsewhere") + ")";
    }

    /** The first 64 bits of a hash of the table's name. All versions of Palindrome must agree on it. */
    static long key(HistoryTable table) {
        String name = "palindrome history " + table.schema().orElse("") + "\n" + table.name();
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return ByteBuffer.wrap(sha256.digest(name.getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
