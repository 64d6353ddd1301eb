package dev.palindrome.adapters.jdbc;

import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections to one address: through the driver, or from the program that lends its own. Says in our words why there
 * is none to be had, and never says a password.
 */
public final class Connections {
    private final DatabaseAddress address;
    private final DriverJar driver;
    private final Function<SQLException, Problem.Code> codes;
    private final Secrets secrets;
    private final @Nullable ClassLoader programs;

    /**
     * Connections to an address; none is opened yet. The driver is looked for in the class loader that the thread has now,
     * too.
     *
     * @param address the address
     * @param driver who opens them, unless a program lends them
     * @param codes tells apart why there is no connection: {@code database/login}, {@code /in-use}, {@code /unreachable}
     */
    public Connections(DatabaseAddress address, DriverJar driver, Function<SQLException, Problem.Code> codes) {
        this.address = address;
        this.driver = driver;
        this.codes = codes;
        this.secrets = new Secrets(address);
        this.programs = Thread.currentThread().getContextClassLoader();
    }

    /** {@return whether a program lends the connections; they have to go back as they came} */
    public boolean areLent() {
        return address.dataSource().isPresent();
    }

    /**
     * Opens a session.
     *
     * @param url the URL to open; of no effect if connections are lent
     * @param settings for the driver; of no effect if connections are lent
     * @param rules makes the rules for the connection, once it is open
     * @return the session
     * @throws ProblemException if there is no connection
     */
    public JdbcSession session(String url, Map<String, String> settings, RulesFactory rules) {
        Connection connection = open(url, settings);
        try {
            boolean commitsByItself = connection.getAutoCommit();
            if (!commitsByItself) {
                connection.setAutoCommit(true);
            }
            ConnectionRules ours = rules.on(connection);
            return new JdbcSession(handle(connection, ours, commitsByItself), ours);
        } catch (SQLException e) {
            close(connection);
            throw refused(e);
        }
    }

    /**
     * Opens a connection.
     *
     * @param url the URL to open; of no effect if connections are lent
     * @param settings for the driver; of no effect if connections are lent
     * @return the connection
     * @throws ProblemException if there is none
     */
    public Connection open(String url, Map<String, String> settings) {
        try {
            return address.dataSource().isPresent()
                    ? address.dataSource().get().getConnection()
                    : connect(driver.load(programs), url, settings);
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    /**
     * Says in our words why there is no connection.
     *
     * @param error what the driver threw
     * @return the problem
     */
    public ProblemException refused(SQLException error) {
        Problem.Code code = codes.apply(error);
        String said = secrets.hiddenIn(String.valueOf(error.getMessage()));
        String reason = said.endsWith(".") ? said : said + ".";
        String message;
        if (code.equals(ProblemCodes.DATABASE_LOGIN)) {
            message = "The database at " + address.redactedUrl() + " refused the login"
                    + address.user().map(user -> " of '" + user + "'").orElse("") + ": " + reason
                    + " Check the user and the password in the configuration.";
        } else if (code.equals(ProblemCodes.DATABASE_IN_USE)) {
            message = "The database at " + address.redactedUrl() + " is in use by another process, which shares it with"
                    + " nobody: " + reason + " Wait until that process is done, or end it.";
        } else {
            message = "There is no connection to the database at " + address.redactedUrl() + ": " + reason
                    + " Check the URL, and that the database is up.";
        }
        Problem problem = Problem.error(code, message);
        return secrets.areShownBy(error) ? new ProblemException(problem) : new ProblemException(problem, error);
    }

    private Connection connect(Driver ready, String url, Map<String, String> settings) throws SQLException {
        Properties properties = address.login();
        settings.forEach(properties::setProperty);
        Connection connection = ready.connect(url, properties);
        if (connection == null) {
            throw new SQLException("the driver " + driver.className() + " doesn't understand the URL");
        }
        return connection;
    }

    private Handle handle(Connection connection, ConnectionRules rules, boolean commitsByItself) {
        return Jdbi.open(new ConnectionFactory() {
            @Override
            public Connection openConnection() {
                return connection;
            }

            @Override
            public void closeConnection(Connection ours) throws SQLException {
                try (ours) {
                    if (areLent() && !ours.isClosed()) {
                        rules.giveBack(ours);
                        ours.setAutoCommit(commitsByItself);
                    }
                }
            }
        });
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // it is of no use anyway; the first error is the one to report
        }
    }

    /** Makes the rules for a connection that was just opened. */
    public interface RulesFactory {
        /**
         * Makes the rules, and sets on the connection what they need.
         *
         * @param connection a new connection that commits by itself
         * @return its rules
         * @throws SQLException if the database refused
         */
        ConnectionRules on(Connection connection) throws SQLException;
    }
}
