package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.adapters.jdbc.ConnectionRules;
import dev.palindrome.spi.Dialect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a session had at one moment: its variables, its database, its role.
 *
 * @param variables all variables by name
 * @param database the database in which unqualified names are found; null if there is none
 * @param role the role in use; null if there is none
 */
record SessionSettings(
        Map<String, String> variables,
        @Nullable String database,
        @Nullable String role) {

    /** What changes by itself, says what has happened, or is the driver's own. */
    private static final Set<String> NOT_SETTINGS = Set.of(
            "autocommit",
            "error_count",
            "external_user",
            "gtid_seq_no",
            "identity",
            "in_transaction",
            "insert_id",
            "last_gtid",
            "last_insert_id",
            "proxy_user",
            "pseudo_thread_id",
            "rand_seed1",
            "rand_seed2",
            "statement_id",
            "timestamp",
            "warning_count");

    /** The variable is the server's; it can only be read; it can't be set for a session. */
    private static final Set<Integer> NOT_OF_THE_SESSION = Set.of(1228, 1229, 1238);

    static SessionSettings of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            Map<String, String> variables = new TreeMap<>();
            try (ResultSet rows = statement.executeQuery("SHOW SESSION VARIABLES")) {
                while (rows.next()) {
                    variables.put(rows.getString(1), String.valueOf(rows.getString(2)));
                }
            }
            variables.keySet().removeAll(NOT_SETTINGS);
            try (ResultSet row = statement.executeQuery("SELECT DATABASE(), CURRENT_ROLE()")) {
                row.next();
                return new SessionSettings(variables, row.getString(1), role(row.getString(2)));
            }
        }
    }

    private static @Nullable String role(@Nullable String role) {
        return "NONE".equals(role) ? null : role; // one of the servers says so, the other is silent
    }

    /** Tables that a script locked are let go too, since nobody could use others until then. */
    void putBack(Connection connection, Dialect dialect) throws SQLException {
        ConnectionRules.run(connection, "UNLOCK TABLES");
        SessionSettings now = of(connection);
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            if (!variable.getValue().equals(now.variables.get(variable.getKey()))) {
                putBack(connection, variable.getKey(), literal(variable.getKey(), variable.getValue(), dialect));
            }
        }
        ConnectionRules.run(connection, "SET SESSION timestamp = DEFAULT");
        if (!Objects.equals(role, now.role)) {
            ConnectionRules.run(connection, "SET ROLE " + written(dialect));
        }
        if (database != null && !database.equals(now.database)) {
            connection.setCatalog(database);
        }
    }

    /** Among them are some of the server's, such as the position in its binary log: those are no session's to set. */
    private static void putBack(Connection connection, String name, String literal) throws SQLException {
        try {
            ConnectionRules.run(connection, "SET SESSION " + name + " = " + literal);
        } catch (SQLException e) {
            if (!NOT_OF_THE_SESSION.contains(e.getErrorCode())) {
                throw e;
            }
        }
    }

    private static String literal(String name, String value, Dialect dialect) {
        boolean isNull = value.isEmpty() && name.startsWith("character_set");
        return isNull ? "NULL" : value.matches("-?\\d+(\\.\\d+)?") ? value : dialect.literal(value);
    }

    /** One of the servers shows roles as it wants them written, the other without quotes. */
    private String written(Dialect dialect) {
        return Optional.ofNullable(role)
                .map(name -> name.startsWith("`") ? name : dialect.quote(name))
                .orElse("NONE");
    }
}
