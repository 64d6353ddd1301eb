package dev.palindrome.adapters.jdbc.postgresql;

import dev.palindrome.adapters.jdbc.Connections;
import dev.palindrome.adapters.jdbc.DriverJar;
import dev.palindrome.adapters.jdbc.PinnedHistory;
import dev.palindrome.adapters.jdbc.TablePins;
import dev.palindrome.spi.Database;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.HistoryStore;
import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.LockAttempt;
import dev.palindrome.spi.LockRequest;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.SchemaInspector;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.sql.LockQuestion;
import dev.palindrome.spi.sql.SqlHistoryStore;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A PostgreSQL database at an address. */
final class PostgresqlDatabase implements Database {
    private static final DriverJar DRIVER = new DriverJar("org.postgresql.Driver", "org.postgresql:postgresql");

    private final DatabaseAddress address;
    private final Dialect dialect;
    private final Connections connections;
    private final SchemaInspector inspector;
    private final TablePins pins = new TablePins(new HistorySchema()::of);
    private final OwnSettings ownSettings = new OwnSettings();

    PostgresqlDatabase(DatabaseAddress address, Dialect dialect) {
        this.address = address;
        this.dialect = dialect;
        this.inspector = new PostgresqlInspector(dialect);
        this.connections = new Connections(address, DRIVER, PostgresqlDatabase::code);
    }

    @Override
    public Session openSession() {
        return connections.session(
                address.url(),
                driverSettings(),
                connection -> connections.areLent()
                        ? LentConnectionRules.on(connection, ownSettings, dialect)
                        : new PostgresqlRules(ownSettings, dialect));
    }

    @Override
    public LockAttempt tryLock(Session session, LockRequest request) {
        return LockQuestion.ask(address, () -> lock(session, request.table()).tryFor(request.holder()));
    }

    @Override
    public Optional<String> lockHolder(Session session, HistoryTable table) {
        return LockQuestion.ask(address, () -> lock(session, table).holder());
    }

    private AdvisoryLock lock(Session session, HistoryTable table) {
        return new AdvisoryLock(session, pins.pin(session, table), ownSettings);
    }

    @Override
    public HistoryStore history(HistoryTable table) {
        return new PinnedHistory(table, pins, pinned -> new SqlHistoryStore(pinned, dialect, inspector));
    }

    @Override
    public SchemaInspector inspector() {
        return inspector;
    }

    /** The name by which other sessions see us until we have the lock; the URL's own is left alone. */
    private Map<String, String> driverSettings() {
        return address.url().toLowerCase(Locale.ROOT).contains("applicationname=")
                ? Map.of()
                : Map.of("ApplicationName", "palindrome");
    }

    /** Class 28 is "invalid authorization specification" (PostgreSQL's manual, appendix A). */
    private static Problem.Code code(SQLException error) {
        String state = error.getSQLState();
        return state != null && state.startsWith("28")
                ? ProblemCodes.DATABASE_LOGIN
                : ProblemCodes.DATABASE_UNREACHABLE;
    }
}
