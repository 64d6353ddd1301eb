package dev.palindrome.adapters.jdbc.h2;

import dev.palindrome.adapters.jdbc.ConnectionRules;
import dev.palindrome.adapters.jdbc.SqlText;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;

/** The rules of a connection to H2. Its COMMIT, ROLLBACK and DDL end a transaction at once. */
final class H2Rules implements ConnectionRules {
    private static final Set<String> SETTING = Set.of("SET", "USE", "EXECUTE", "CALL", "RUNSCRIPT");

    /** The connection to the server broke, or the database was closed under us (H2's ErrorCode). */
    private static final Set<Integer> ENDED = Set.of(90067, 90007, 90098, 90121);

    private static final String SETTING_VALUE =
            "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = ";

    private static final String PATH = "SELECT CURRENT_PATH";

    private final List<String> before = new ArrayList<>();
    private String pathBefore = "";

    @Override
    public boolean changesSettings(String sql) {
        return SETTING.contains(SqlText.firstWord(sql));
    }

    @Override
    public void remember(Connection connection) throws SQLException {
        before.clear();
        before.add("SET SCHEMA " + SqlText.quote(read(connection, "SELECT CURRENT_SCHEMA")));
        pathBefore = read(connection, PATH);
        before.add("SET QUERY_TIMEOUT " + read(connection, SETTING_VALUE + "'QUERY_TIMEOUT'"));
        before.add("SET LOCK_TIMEOUT " + read(connection, "SELECT LOCK_TIMEOUT()"));
        before.add("SET TIME ZONE '" + read(connection, SETTING_VALUE + "'TIME ZONE'") + "'");
    }

    @Override
    public void restore(Connection connection) throws SQLException {
        for (String setting : before) {
            ConnectionRules.run(connection, setting);
        }
        if (!read(connection, PATH).equals(pathBefore)) {
            restorePath(connection);
        }
    }

    /** No statement takes a path away, so it has to be done from within. Behind a server one is left, with the schema alone. */
    private void restorePath(Connection connection) throws SQLException {
        if (!pathBefore.isEmpty()) {
            ConnectionRules.run(connection, "SET SCHEMA_SEARCH_PATH " + pathBefore);
        } else if (connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) {
            session.setSchemaSearchPath(null);
        } else {
            ConnectionRules.run(
                    connection, "SET SCHEMA_SEARCH_PATH " + SqlText.quote(read(connection, "SELECT CURRENT_SCHEMA")));
        }
    }

    @Override
    public boolean endsConnection(SQLException error) {
        return ENDED.contains(error.getErrorCode()) || ConnectionRules.super.endsConnection(error);
    }

    /** Without the statement that the driver puts behind the message. */
    @Override
    public String message(SQLException error) {
        return ConnectionRules.super.message(error).replaceFirst("(?s); SQL statement:\\R.*(?= \\[\\d+-\\d+]$)", "");
    }

    private static String read(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
