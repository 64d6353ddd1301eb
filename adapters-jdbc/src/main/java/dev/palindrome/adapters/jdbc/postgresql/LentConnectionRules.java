package dev.palindrome.adapters.jdbc.postgresql;

import dev.palindrome.adapters.jdbc.ConnectionRules;
import dev.palindrome.spi.Dialect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rules of a connection that a program lends us. The program may have set something on it, which RESET ALL would undo
 * (also variables of its own, which no catalogue lists); so only what differs from before is put back.
 */
final class LentConnectionRules implements ConnectionRules {
    private static final String SET_IN_SESSION = "SELECT name, setting FROM pg_catalog.pg_settings"
            + " WHERE source = 'session' AND name NOT LIKE 'transaction\\_%'"
            + " UNION ALL SELECT name, pg_catalog.current_setting(name)"
            + " FROM (VALUES ('role'), ('session_authorization')) AS identity (name)";

    private final PostgresqlRules rules;
    private final Dialect dialect;
    private final OwnSettings ownSettings;
    private final Map<String, String> before;

    private LentConnectionRules(OwnSettings ownSettings, Dialect dialect, Map<String, String> before) {
        this.rules = new PostgresqlRules(ownSettings, dialect);
        this.ownSettings = ownSettings;
        this.dialect = dialect;
        this.before = before;
    }

    static LentConnectionRules on(Connection connection, OwnSettings ownSettings, Dialect dialect) throws SQLException {
        return new LentConnectionRules(ownSettings, dialect, setInSession(connection));
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        rules.commit(connection);
    }

    @Override
    public boolean changesSettings(String sql) {
        return rules.changesSettings(sql);
    }

    @Override
    public void restore(Connection connection) throws SQLException {
        List<String> statements = putBack(connection);
        ownSettings.again(dialect).ifPresent(statements::add);
        ConnectionRules.run(connection, String.join("; ", statements));
    }

    @Override
    public void giveBack(Connection connection) throws SQLException {
        ConnectionRules.run(connection, String.join("; ", putBack(connection)));
    }

    @Override
    public boolean endsConnection(SQLException error) {
        return rules.endsConnection(error);
    }

    private List<String> putBack(Connection connection) throws SQLException {
        Map<String, String> changed = setInSession(connection);
        changed.keySet().removeAll(before.keySet());
        List<String> statements = new ArrayList<>();
        changed.keySet().forEach(name -> statements.add("RESET " + dialect.quote(name)));
        before.forEach((name, value) -> statements.add(
                "SELECT pg_catalog.set_config(" + dialect.literal(name) + ", " + dialect.literal(value) + ", false)"));
        return statements;
    }

    private static Map<String, String> setInSession(Connection connection) throws SQLException {
        // backwards, since session_authorization has to be set before role
        Map<String, String> settings = new TreeMap<>(Comparator.reverseOrder());
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SET_IN_SESSION)) {
            while (rows.next()) {
                settings.put(rows.getString(1), rows.getString(2));
            }
        }
        return settings;
    }
}
