package dev.palindrome.foreigntools;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A database that a tool and Palindrome work on, one after the other, as its owner sees it.
 *
 * @param kind what kind it is
 * @param url for what runs on the JVM
 * @param uri for what doesn't; empty if there is no such thing
 */
record LiveDatabase(DatabaseKind kind, String url, String uri) {

    /** Runs statements one by one. */
    void run(String... statements) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return the rows of a query, each as its values with bars between them} */
    List<String> rows(String query) {
        try (Connection connection = DriverManager.getConnection(url)) {
            return rows(connection, query);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    /** {@return the names of all tables and views in lower case, sorted} */
    List<String> tables() {
        try (Connection connection = DriverManager.getConnection(url)) {
            return found(connection.getMetaData(), "").stream()
                    .map(table -> table.name().toLowerCase(Locale.ROOT))
                    .sorted()
                    .toList();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A table as it stands: its columns, and its rows with what changes whenever one is written.
     *
     * @param table its name in any case
     */
    List<String> asItStands(String table) {
        try (Connection connection = DriverManager.getConnection(url)) {
            DatabaseMetaData data = connection.getMetaData();
            List<String> lines = new ArrayList<>();
            for (Table there : found(data, table)) {
                try (ResultSet columns = data.getColumns(null, there.schema(), there.name(), null)) {
                    lines.addAll(lines(columns));
                }
                lines.addAll(rows(connection, "SELECT " + kind.rowIdentity() + "t.* FROM " + there.quoted() + " t"));
            }
            return lines;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Table> found(DatabaseMetaData data, String name) throws SQLException {
        List<Table> found = new ArrayList<>();
        try (ResultSet tables = data.getTables(null, null, "%", new String[] {"TABLE", "BASE TABLE", "VIEW"})) {
            while (tables.next()) {
                Table table = new Table(tables.getString("TABLE_SCHEM"), tables.getString("TABLE_NAME"));
                boolean isInternal = "INFORMATION_SCHEMA".equals(table.schema());
                if (!isInternal && (name.isEmpty() || name.equalsIgnoreCase(table.name()))) {
                    found.add(table);
                }
            }
        }
        return found;
    }

    private static List<String> rows(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            return lines(result);
        }
    }

    private static List<String> lines(ResultSet result) throws SQLException {
        List<String> lines = new ArrayList<>();
        int columns = result.getMetaData().getColumnCount();
        while (result.next()) {
            List<String> values = new ArrayList<>();
            for (int i = 1; i <= columns; i++) {
                values.add(String.valueOf(result.getString(i)));
            }
            lines.add(String.join("|", values));
        }
        return lines;
    }

    private record Table(String schema, String name) {
        String quoted() {
            return (schema == null ? "" : '"' + schema + "\".") + '"' + name + '"';
        }
    }
}
