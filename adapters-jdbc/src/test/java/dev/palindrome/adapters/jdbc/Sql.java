package dev.palindrome.adapters.jdbc;

import dev.palindrome.spi.Checksum;
import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Lock;
import dev.palindrome.spi.LockAttempt;
import dev.palindrome.spi.LockRequest;
import dev.palindrome.spi.MigrationId;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.SqlScript;
import dev.palindrome.spi.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Short forms of what the tests of all databases do. */
public final class Sql {
    private Sql() {}

    /** Runs a script as a migration's would be run. */
    public static void run(DatabaseAdapter adapter, Session session, String script) {
        adapter.dialect()
                .split(new SqlScript(script, new Location("script.sql", 1)))
                .forEach(session::execute);
    }

    /** {@return the one value that a query gives} */
    public static String value(Session session, String expression) {
        return session.query(Statement.of("SELECT (SELECT " + expression + ") AS v"))
                .get(0)
                .text("v")
                .orElse("null");
    }

    /** {@return an entry of a history, not yet written} */
    public static HistoryEntry entry(String id) {
        return new HistoryEntry(
                0,
                "shop",
                new MigrationId(id),
                "",
                Checksum.of(id),
                Instant.parse("2026-11-22T10:15:00Z"),
                "anna@laptop",
                Duration.ZERO,
                false,
                "0.1.0",
                Optional.of("it's a reversal; with \\ and ?"),
                List.of());
    }

    /** {@return a request for the default history's lock} */
    public static LockRequest request(String holder) {
        return new LockRequest(HistoryTable.DEFAULT, holder);
    }

    /** {@return the lock that an attempt must have got} */
    public static Lock lock(LockAttempt attempt) {
        return attempt instanceof LockAttempt.Acquired acquired ? acquired.lock() : failed(attempt);
    }

    private static Lock failed(LockAttempt attempt) {
        throw new AssertionError("The lock should have been free: " + attempt);
    }
}
