package dev.palindrome.adapters.jdbc.sqlite;

import dev.palindrome.adapters.jdbc.ConnectionRules;
import dev.palindrome.adapters.jdbc.SqlText;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * SQLite's transactions in its own words: IMMEDIATE takes the write lock at once, where a transaction that begins with
 * reading could find it taken half-way and would have to give up.
 */
final class SqliteRules implements ConnectionRules {
    private static final Set<String> SETTING = Set.of("PRAGMA", "ATTACH", "DETACH");

    /** The settings of a connection that change what statements mean or whether they are let through. */
    private static final List<String> PRAGMAS = List.of(
            "foreign_keys",
            "recursive_triggers",
            "ignore_check_constraints",
            "legacy_alter_table",
            "writable_schema",
            "query_only",
            "reverse_unordered_selects",
            "busy_timeout",
            "synchronous");

    private final List<String> before = new ArrayList<>();
    private List<String> attachedBefore = List.of();

    @Override
    public void begin(Connection connection) throws SQLException {
        ConnectionRules.run(connection, "BEGIN IMMEDIATE");
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        ConnectionRules.run(connection, "COMMIT");
    }

    @Override
    public void rollback(Connection connection) throws SQLException {
        ConnectionRules.run(connection, "ROLLBACK"); // without a transaction this fails, which changes nothing
    }

    @Override
    public boolean changesSettings(String sql) {
        return SETTING.contains(SqlText.firstWord(sql));
    }

    @Override
    public void remember(Connection connection) throws SQLException {
        before.clear();
        for (String pragma : PRAGMAS) {
            before.addAll(read(
                    connection,
                    "SELECT 'PRAGMA " + pragma + " = ' || \"" + column(pragma) + "\" FROM pragma_" + pragma));
        }
        attachedBefore = attached(connection);
    }

    @Override
    public void restore(Connection connection) throws SQLException {
        for (String pragma : before) {
            ConnectionRules.run(connection, pragma);
        }
        for (String name : attached(connection)) {
            if (!attachedBefore.contains(name)) {
                ConnectionRules.run(connection, "DETACH " + SqlText.quote(name));
            }
        }
    }

    private static String column(String pragma) {
        return pragma.equals("busy_timeout") ? "timeout" : pragma;
    }

    private static List<String> attached(Connection connection) throws SQLException {
        return read(connection, "SELECT name FROM pragma_database_list WHERE name NOT IN ('main', 'temp')");
    }

    private static List<String> read(Connection connection, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
