package dev.palindrome.adapters.jdbc.sqlite;

import dev.palindrome.adapters.jdbc.Connections;
import dev.palindrome.adapters.jdbc.DriverJar;
import dev.palindrome.adapters.jdbc.LazySession;
import dev.palindrome.spi.Database;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.HistoryStore;
import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.Lock;
import dev.palindrome.spi.LockAttempt;
import dev.palindrome.spi.LockRequest;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.SchemaInspector;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.StatementException;
import dev.palindrome.spi.sql.SqlHistoryStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** An SQLite database at an address: a file, or something in memory. */
final class SqliteDatabase implements Database {
    private static final DriverJar DRIVER = new DriverJar("org.sqlite.JDBC", "org.xerial:sqlite-jdbc");
    private static final String EMPTY = SqliteUrl.PREFIX + ":memory:";
    private static final String PATIENCE_MILLIS = "10000";
    private static final int SQLITE_BUSY = 5;

    private final DatabaseAddress address;
    private final Dialect dialect;
    private final Connections connections;
    private final SchemaInspector inspector = new SqliteInspector();

    SqliteDatabase(DatabaseAddress address, Dialect dialect) {
        this.address = address;
        this.dialect = dialect;
        this.connections = new Connections(address, DRIVER, SqliteDatabase::code);
    }

    @Override
    public Session openSession() {
        Optional<Path> file = SqliteUrl.file(address.url());
        file.ifPresent(this::checkFolder);
        return file.isEmpty() || connections.areLent()
                ? open(address.url())
                : LazySession.open(() -> openExisting(file.get()), () -> open(address.url()), () -> open(EMPTY));
    }

    @Override
    public LockAttempt tryLock(Session session, LockRequest request) {
        Optional<Path> file = SqliteUrl.file(address.url());
        if (file.isPresent()) {
            return new SideFileLock(file.get(), request.table()).tryFor(request.holder());
        }
        return SqliteUrl.isSharedMemory(address.url())
                ? ProcessLock.tryFor(address.url() + " " + request.table(), request.holder())
                : new LockAttempt.Acquired(Lock.ofSession(request.holder(), () -> {})); // nobody else can get there
    }

    @Override
    public Optional<String> lockHolder(Session session, HistoryTable table) {
        Optional<Path> file = SqliteUrl.file(address.url());
        if (file.isPresent()) {
            return new SideFileLock(file.get(), table).holder();
        }
        return SqliteUrl.isSharedMemory(address.url())
                ? ProcessLock.holder(address.url() + " " + table)
                : Optional.empty();
    }

    @Override
    public HistoryStore history(HistoryTable table) {
        if (table.schema().isPresent()) {
            throw new ProblemException(Problem.error(
                    ProblemCodes.HISTORY_SCHEMA,
                    "The history table '" + table + "' names a schema, and SQLite has none. Set history.table in the"
                            + " configuration to '" + table.name() + "'."));
        }
        return new SqlHistoryStore(table, dialect, inspector);
    }

    @Override
    public SchemaInspector inspector() {
        return inspector;
    }

    private Optional<Session> openExisting(Path file) {
        return Files.exists(file) ? Optional.of(unlessBusy(open(address.url()))) : Optional.empty();
    }

    /** Whoever changes more than its cache holds has the file for itself until it commits. That can be waited for. */
    private Session unlessBusy(Session session) {
        try {
            session.query("SELECT 1 FROM sqlite_master LIMIT 1");
        } catch (StatementException e) {
            if (e.getCause() instanceof SQLException cause && isBusy(cause)) {
                session.close();
                throw connections.refused(cause);
            }
            // whatever else is wrong with the file is said to whoever reads it
        }
        return session;
    }

    private static Problem.Code code(SQLException error) {
        return isBusy(error) ? ProblemCodes.DATABASE_IN_USE : ProblemCodes.DATABASE_UNREACHABLE;
    }

    private static boolean isBusy(SQLException error) {
        return error.getErrorCode() == SQLITE_BUSY;
    }

    private Session open(String url) {
        Map<String, String> settings =
                url.contains("busy_timeout=") ? Map.of() : Map.of("busy_timeout", PATIENCE_MILLIS);
        return connections.session(url, settings, connection -> new SqliteRules());
    }

    private void checkFolder(Path file) {
        Path folder = file.getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new ProblemException(Problem.error(
                    ProblemCodes.DATABASE_UNREACHABLE,
                    "There is no folder '" + folder + "' for the database at " + address.redactedUrl()
                            + ". Create it, or correct the URL."));
        }
    }
}
