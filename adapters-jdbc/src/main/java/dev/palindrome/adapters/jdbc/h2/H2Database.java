package dev.palindrome.adapters.jdbc.h2;

import dev.palindrome.adapters.jdbc.Connections;
import dev.palindrome.adapters.jdbc.DriverJar;
import dev.palindrome.adapters.jdbc.LazySession;
import dev.palindrome.adapters.jdbc.PinnedHistory;
import dev.palindrome.adapters.jdbc.TablePins;
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
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.sql.LockQuestion;
import dev.palindrome.spi.sql.SqlHistoryStore;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** An H2 database at an address: in a file, in memory, or behind a server. */
final class H2Database implements Database {
    private static final DriverJar DRIVER = new DriverJar("org.h2.Driver", "com.h2database:h2");

    private static final int NOT_FOUND = 90146;
    private static final int ALREADY_OPEN = 90020;
    private static final int WRONG_LOGIN = 28000;
    private static final int ADMIN_NEEDED = 90040;

    /** A setting in the URL is for administrators. */
    private static final Problem.Code NOT_ADMIN = new Problem.Code("database/not-admin", Problem.Kind.ENVIRONMENT);

    private final DatabaseAddress address;
    private final Dialect dialect;
    private final Connections connections;
    /** Only an administrator may say what is traced; others are refused with the URL that says it. */
    private volatile boolean mustTrace;

    private final SchemaInspector inspector;
    private final TablePins pins = new TablePins((session, table) ->
            session.query(Statement.of("SELECT CURRENT_SCHEMA AS name")).get(0).text("name"));

    H2Database(DatabaseAddress address, Dialect dialect) {
        this.address = address;
        this.dialect = dialect;
        this.inspector = new H2Inspector(dialect);
        this.connections = new Connections(address, DRIVER, H2Database::code);
    }

    @Override
    public Session openSession() {
        String url = address.url();
        return connections.areLent() || !H2Url.leavesTraces(url)
                ? open(url)
                : LazySession.open(this::openExisting, () -> open(url), () -> open(H2Url.empty(url)));
    }

    @Override
    public LockAttempt tryLock(Session session, LockRequest request) {
        if (H2Url.isPrivate(address.url())) {
            return new LockAttempt.Acquired(Lock.ofSession(request.holder(), () -> {})); // nobody else can get there
        }
        String url = mustTrace ? address.url() : H2Url.untraced(address.url());
        return LockQuestion.ask(
                address,
                () -> new RowLock(session, connections, url, dialect, pins.pin(session, request.table()))
                        .tryFor(request.holder()));
    }

    @Override
    public Optional<String> lockHolder(Session session, HistoryTable table) {
        return H2Url.isPrivate(address.url())
                ? Optional.empty()
                : LockQuestion.ask(address, () -> RowLock.holder(session, dialect, pins.pin(session, table)));
    }

    @Override
    public HistoryStore history(HistoryTable table) {
        return new PinnedHistory(table, pins, pinned -> new SqlHistoryStore(pinned, dialect, inspector));
    }

    @Override
    public SchemaInspector inspector() {
        return inspector;
    }

    private Optional<Session> openExisting() {
        try {
            return Optional.of(open(H2Url.ifThere(address.url())));
        } catch (ProblemException e) {
            if (e.getCause() instanceof SQLException cause && cause.getErrorCode() == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Session open(String url) {
        if (!mustTrace) {
            try {
                return session(H2Url.untraced(url));
            } catch (ProblemException e) {
                if (!e.problems().get(0).code().equals(NOT_ADMIN)) {
                    throw e;
                }
                mustTrace = true;
            }
        }
        return session(url);
    }

    private Session session(String url) {
        return connections.session(url, Map.of(), connection -> new H2Rules());
    }

    /** See H2's ErrorCode. */
    private static Problem.Code code(SQLException error) {
        if (error.getErrorCode() == WRONG_LOGIN) {
            return ProblemCodes.DATABASE_LOGIN;
        }
        if (error.getErrorCode() == ADMIN_NEEDED) {
            return NOT_ADMIN;
        }
        return error.getErrorCode() == ALREADY_OPEN ? ProblemCodes.DATABASE_IN_USE : ProblemCodes.DATABASE_UNREACHABLE;
    }
}
