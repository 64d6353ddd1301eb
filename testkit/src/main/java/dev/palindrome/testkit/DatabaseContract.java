package dev.palindrome.testkit;

import dev.palindrome.spi.Checksum;
import dev.palindrome.spi.Database;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.HistoryStore;
import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.MigrationId;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What the contracts have in common: each test has a fresh database and an open session. An adapter's tests extend the
 * contracts, not this class.
 */
abstract class DatabaseContract extends Contract {
    private final DatabaseAddress address;
    private Optional<Database> database = Optional.empty();
    private Optional<Session> session = Optional.empty();

    DatabaseContract(TestDatabase testDatabase) {
        super(testDatabase);
        this.address = testDatabase.freshAddress();
    }

    @BeforeEach
    final void connect() {
        database = Optional.of(adapter().connect(address));
        session = Optional.of(database().openSession());
    }

    @AfterEach
    final void disconnect() {
        session.ifPresent(Session::close);
        database.ifPresent(Database::close);
    }

    /** {@return this test's own database} */
    protected final DatabaseAddress address() {
        return address;
    }

    /** {@return this test's own database, connected} */
    protected final Database database() {
        return database.orElseThrow();
    }

    /** {@return a session on it, which the test need not close} */
    protected final Session session() {
        return session.orElseThrow();
    }

    /** {@return the history with the default name} */
    protected final HistoryStore history() {
        return database().history(HistoryTable.DEFAULT);
    }

    /** Creates that history as the engine does: after a look whether it is there. */
    protected final void createHistory() {
        history().read(session());
        history().create().forEach(session()::execute);
    }

    /** {@return the entries of that history, as another session sees them} */
    protected final List<HistoryEntry> seenByOthers() {
        try (Session other = database().openSession()) {
            return history().read(other).orElse(List.of());
        }
    }

    /**
     * A statement that creates a table with the columns {@code id} and {@code name}.
     *
     * @param table its name, taken exactly
     * @return the statement
     */
    protected final Statement createTable(String table) {
        return testDatabase().createTable(table);
    }

    /** {@return a statement that no database understands} */
    protected static Statement failing() {
        return Statement.of("FAIL as you wished");
    }

    /** Says whether there is a table, in the view of this test's session. */
    final boolean isThere(String table) {
        return database()
                .inspector()
                .columns(session(), Optional.empty(), table)
                .isPresent();
    }

    static HistoryEntry entry(String app, String id) {
        return new HistoryEntry(
                0,
                app,
                new MigrationId(id),
                "what it is for",
                Checksum.of("CREATE TABLE a"),
                Instant.parse("2026-11-22T10:15:00.123456Z"),
                "anna@laptop",
                Duration.ofMillis(12),
                false,
                "0.1.0",
                Optional.empty(),
                List.of());
    }
}
