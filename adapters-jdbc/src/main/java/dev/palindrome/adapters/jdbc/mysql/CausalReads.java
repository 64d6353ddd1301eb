package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.adapters.jdbc.ConnectionRules;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The setting with which a connection to a node of a cluster reads what was committed on any node before. Otherwise a node
 * may show a history from which the last entry is still missing (wsrep_sync_wait in the server's manual).
 */
final class CausalReads {
    private static final String VARIABLES =
            "SHOW SESSION VARIABLES WHERE Variable_name IN" + " ('wsrep_on', 'wsrep_provider', 'wsrep_sync_wait')";

    /** Before everything that reads: SELECT and BEGIN 1, UPDATE and DELETE 2, INSERT and REPLACE 4, SHOW 8. */
    private static final int ALL = 15;

    private final String before;

    private CausalReads(String before) {
        this.before = before;
    }

    /** {@return what was set on the connection; nothing if its server is no node of a cluster} */
    static Optional<CausalReads> on(Connection connection) throws SQLException {
        Map<String, String> variables = variables(connection);
        if (!"ON".equals(variables.get("wsrep_on"))
                || variables.getOrDefault("wsrep_provider", "none").equals("none")) {
            return Optional.empty();
        }
        set(connection, String.valueOf(ALL));
        return Optional.of(new CausalReads(variables.getOrDefault("wsrep_sync_wait", "0")));
    }

    void giveBack(Connection connection) throws SQLException {
        set(connection, before);
    }

    private static void set(Connection connection, String value) throws SQLException {
        ConnectionRules.run(connection, "SET SESSION wsrep_sync_wait = " + value);
    }

    private static Map<String, String> variables(Connection connection) throws SQLException {
        Map<String, String> variables = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(VARIABLES)) {
            while (rows.next()) {
                variables.put(rows.getString(1), rows.getString(2));
            }
        }
        return variables;
    }
}
