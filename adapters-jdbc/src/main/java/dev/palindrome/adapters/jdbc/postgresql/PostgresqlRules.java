package dev.palindrome.adapters.jdbc.postgresql;

import dev.palindrome.adapters.jdbc.ConnectionRules;
import dev.palindrome.adapters.jdbc.SqlText;
import dev.palindrome.spi.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/**
 * The rules of a connection that is ours alone. RESET ALL goes back to what the connection began with, which includes the
 * URL's options and what was set for the role or the database (PostgreSQL's manual, RESET).
 */
final class PostgresqlRules implements ConnectionRules {
    /** What can set something: directly, or by calling a function that does. */
    private static final Set<String> SETTING =
            Set.of("SET", "RESET", "DISCARD", "DO", "CALL", "SELECT", "WITH", "VALUES", "EXECUTE");

    /** The server ends the session: it was told to, it crashed, or it isn't up (manual, appendix A). */
    private static final Set<String> ENDED = Set.of("57P01", "57P02", "57P03", "57P05");

    private final OwnSettings ownSettings;
    private final Dialect dialect;

    PostgresqlRules(OwnSettings ownSettings, Dialect dialect) {
        this.ownSettings = ownSettings;
        this.dialect = dialect;
    }

    /** The server answers COMMIT with a silent ROLLBACK if a statement failed, and the driver doesn't tell. */
    @Override
    public void commit(Connection connection) throws SQLException {
        if (connection.unwrap(BaseConnection.class).getTransactionState() == TransactionState.FAILED) {
            throw new SQLException("ERROR: a statement of this transaction failed, so it can't be committed", "25P02");
        }
        ConnectionRules.super.commit(connection);
    }

    @Override
    public boolean changesSettings(String sql) {
        return SETTING.contains(SqlText.firstWord(sql))
                || sql.toLowerCase(Locale.ROOT).contains("set_config");
    }

    @Override
    public void restore(Connection connection) throws SQLException {
        ConnectionRules.run(
                connection,
                "RESET SESSION AUTHORIZATION; RESET ROLE; RESET ALL"
                        + ownSettings.again(dialect).map(again -> "; " + again).orElse(""));
    }

    @Override
    public boolean endsConnection(SQLException error) {
        String state = String.valueOf(error.getSQLState());
        return ENDED.contains(state) || ConnectionRules.super.endsConnection(error);
    }
}
