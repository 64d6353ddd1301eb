package com.example.hsqldb;

import dev.palindrome.spi.Database;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.HistoryStore;
import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.LockAttempt;
import dev.palindrome.spi.LockRequest;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.SchemaInspector;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.sql.LockQuestion;
import dev.palindrome.spi.sql.SqlHistoryStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.hsqldb.jdbc.JDBCDriver;

/** A database at an address: in memory, in files or behind a server, as the URL says. */
record HsqldbDatabase(DatabaseAddress address, Dialect dialect, SchemaInspector inspector) implements Database {
    private static final int LOCKED_BY_ANOTHER = -451;

    /** Named, so that a migration may say SET SCHEMA, and its entry is still written where the others are. */
    private static final String HOME = "PUBLIC";

    @Override
    public Session openSession() {
        try {
            return new HsqldbSession(connection());
        } catch (SQLException e) {
            throw new ProblemException(
                    Problem.error(code(e), "There is no connection to " + address + ": " + e.getMessage() + "."), e);
        }
    }

    private static Problem.Code code(SQLException error) {
        if (error.getErrorCode() == LOCKED_BY_ANOTHER) {
            return ProblemCodes.DATABASE_IN_USE;
        }
        return "28000".equals(error.getSQLState()) ? ProblemCodes.DATABASE_LOGIN : ProblemCodes.DATABASE_UNREACHABLE;
    }

    private Connection connection() throws SQLException {
        if (address.dataSource().isPresent()) {
            return address.dataSource().get().getConnection();
        }
        Properties login = address.login();
        if (address.url().startsWith("jdbc:hsqldb:file:")) {
            login.setProperty("shutdown", "true"); // with the last connection, or what was written last is lost
        }
        return new JDBCDriver().connect(address.url(), login);
    }

    @Override
    public LockAttempt tryLock(Session session, LockRequest request) {
        return LockQuestion.ask(
                address, () -> new SessionLock(session, dialect, request.table().orIn(HOME)).tryFor(request.holder()));
    }

    @Override
    public Optional<String> lockHolder(Session session, HistoryTable table) {
        return LockQuestion.ask(address, () -> new SessionLock(session, dialect, table.orIn(HOME)).holder());
    }

    @Override
    public HistoryStore history(HistoryTable table) {
        return new SqlHistoryStore(table.orIn(HOME), dialect, inspector);
    }
}
