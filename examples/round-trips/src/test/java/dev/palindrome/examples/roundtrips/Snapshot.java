package dev.palindrome.examples.roundtrips;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a database holds at one moment: its catalogue by JDBC's metadata and by its own, and all rows of all tables. Palindrome's own
 * tables are left out.
 *
 * @param catalogue one sorted line per column, key, index, constraint, view and so on
 * @param rows one sorted line per row
 */
record Snapshot(List<String> catalogue, List<String> rows) {
    /** Counts and sizes, which change with the rows. */
    private static final Set<String> VOLATILE = Set.of("CARDINALITY", "PAGES");

    static Snapshot of(Server server, String url) {
        try (Connection connection = DriverManager.getConnection(url)) {
            Reader reader = new Reader(connection);
            List<String> catalogue = reader.catalogue(server.catalogueQueries()).stream()
                    .map(server::withoutChance)
                    .sorted()
                    .toList();
            return new Snapshot(catalogue, reader.rows());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Reader {
        private final Connection connection;
        private final DatabaseMetaData metadata;
        private final String schema;
        private final List<String> tables = new ArrayList<>();

        Reader(Connection connection) throws SQLException {
            this.connection = connection;
            this.metadata = connection.getMetaData();
            this.schema = connection.getSchema();
            try (ResultSet found =
                    metadata.getTables(null, schema, "%", new String[] {"TABLE", "BASE TABLE", "VIEW"})) {
                while (found.next()) {
                    if (isForeign(found.getString("TABLE_NAME"))) {
                        tables.add(found.getString("TABLE_NAME"));
                    }
                }
            }
        }

        List<String> catalogue(List<String> queries) throws SQLException {
            List<String> lines = new ArrayList<>();
            for (String table : tables) {
                read("table", metadata.getTables(null, schema, table, null), lines);
                read("column", metadata.getColumns(null, schema, table, "%"), lines);
                read("primary key", metadata.getPrimaryKeys(null, schema, table), lines);
                read("foreign key", metadata.getImportedKeys(null, schema, table), lines);
                read("index", metadata.getIndexInfo(null, schema, table, false, true), lines);
            }
            try (Statement statement = connection.createStatement()) {
                for (String query : queries) {
                    read("own catalogue", statement.executeQuery(query), lines);
                }
            }
            return lines;
        }

        List<String> rows() throws SQLException {
            List<String> lines = new ArrayList<>();
            try (Statement statement = connection.createStatement()) {
                for (String table : tables) {
                    read(table, statement.executeQuery("SELECT * FROM \"" + table + "\""), lines);
                }
            }
            return lines.stream().sorted().toList();
        }

        /** Adds a line for each row, unless a value in it is the name of something of Palindrome's own. */
        private static void read(String what, ResultSet rows, List<String> into) throws SQLException {
            try (rows) {
                ResultSetMetaData columns = rows.getMetaData();
                while (rows.next()) {
                    StringBuilder line = new StringBuilder(what);
                    boolean isOurs = false;
                    for (int i = 1; i <= columns.getColumnCount(); i++) {
                        String name = columns.getColumnLabel(i).toUpperCase(Locale.ROOT);
                        String value = rows.getString(i);
                        isOurs |= !isForeign(value);
                        if (value != null && !VOLATILE.contains(name)) {
                            line.append(' ').append(name).append('=').append(value);
                        }
                    }
                    if (!isOurs) {
                        into.add(line.toString());
                    }
                }
            }
        }

        /** Everything of Palindrome's own begins with its name, and so do the indexes and types that belong to it. */
        private static boolean isForeign(String name) {
            return name == null || !name.toLowerCase(Locale.ROOT).matches("_?palindrome_.*");
        }
    }
}
