package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.adapters.jdbc.ConnectionRules;
import dev.palindrome.adapters.jdbc.Connections;
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
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.sql.LockQuestion;
import dev.palindrome.spi.sql.SqlHistoryStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** A database of a MySQL or MariaDB server. */
final class MysqlDatabase implements Database {
    /**
     * A connection that came back by itself would come back without the lock, and a driver that ran a transaction again would
     * run it twice; a driver that writes values into statements
     * itself doesn't always see that a script has changed what a backslash is. A statement that is sent together with its
     * preparation may never be answered by a node of a cluster that has just given its transaction up for another node's.
     */
    private static final Map<String, String> SETTINGS = Map.of(
            "autoReconnect",
            "false",
            "transactionReplay",
            "false",
            "useServerPrepStmts",
            "true",
            "disablePipeline",
            "true");

    private final DatabaseAddress address;
    private final Dialect dialect;
    private final Connections connections;
    private final SchemaInspector inspector;
    private final TablePins pins = new TablePins((session, table) ->
            session.query(Statement.of("SELECT DATABASE() AS name")).get(0).text("name"));

    /** What the last session led to. */
    private volatile boolean isCluster;

    MysqlDatabase(DatabaseAddress address, Dialect dialect) {
        this.address = address;
        this.dialect = dialect;
        this.inspector = new MysqlInspector(dialect);
        this.connections = new Connections(address, MysqlUrl.driver(address.url()), MysqlDatabase::code);
    }

    @Override
    public Session openSession() {
        Session session = connections.session(MysqlUrl.pinned(address.url()), SETTINGS, this::rules);
        boolean isReadable = false;
        try {
            SqlModes.refuseUnreadable(session);
            isReadable = true;
            return session;
        } finally {
            if (!isReadable) {
                session.close();
            }
        }
    }

    private ConnectionRules rules(Connection connection) throws SQLException {
        Optional<CausalReads> reads = CausalReads.on(connection);
        isCluster = reads.isPresent();
        return new MysqlRules(dialect, reads);
    }

    @Override
    public LockAttempt tryLock(Session session, LockRequest request) {
        HistoryTable table = request.table();
        return LockQuestion.ask(
                address,
                () -> isCluster
                        ? ClusterLock.unlessKeptWaiting(
                                () -> clusterLock(session, table).tryFor(request.holder()), LockAttempt.HeldBy::new)
                        : namedLock(session, table).tryFor(request.holder()));
    }

    @Override
    public Optional<String> lockHolder(Session session, HistoryTable table) {
        return LockQuestion.ask(
                address,
                () -> isCluster
                        ? ClusterLock.unlessKeptWaiting(
                                () -> clusterLock(session, table).holder(), Optional::of)
                        : namedLock(session, table).holder());
    }

    private ClusterLock clusterLock(Session session, HistoryTable table) {
        return new ClusterLock(session, this::openSession, dialect, pins.pin(session, table));
    }

    private NamedLock namedLock(Session session, HistoryTable table) {
        return new NamedLock(session, dialect, pins.pin(session, table));
    }

    @Override
    public HistoryStore history(HistoryTable table) {
        return new PinnedHistory(table, pins, pinned -> new SqlHistoryStore(pinned, dialect, inspector));
    }

    @Override
    public SchemaInspector inspector() {
        return inspector;
    }

    /** Class 28 is "invalid authorization specification": ER_ACCESS_DENIED_ERROR and its kin. */
    private static Problem.Code code(SQLException error) {
        String state = error.getSQLState();
        return state != null && state.startsWith("28")
                ? ProblemCodes.DATABASE_LOGIN
                : ProblemCodes.DATABASE_UNREACHABLE;
    }
}
