package dev.palindrome.spi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tables of a database in which another tool may have left its history: looked at, never written to. Made by the engine
 * for each {@link ForeignHistory}.
 *
 * @since 0.1
 */
public final class ForeignTables {
    private final Session session;
    private final SchemaInspector inspector;
    private final Dialect dialect;

    /**
     * The tables that a session sees.
     *
     * @param session a session outside any transaction
     * @param inspector knows which columns a table has
     * @param dialect quotes names
     */
    public ForeignTables(Session session, SchemaInspector inspector, Dialect dialect) {
        this.session = session;
        this.inspector = inspector;
        this.dialect = dialect;
    }

    /**
     * Finds a table whatever the case of its name, and of its schema's: as written, in lower case, or in upper case.
     *
     * @param written {@code name} or {@code schema.name}
     * @return the table; empty if there is none
     */
    public Optional<Table> find(String written) {
        return List.of(written, written.toLowerCase(Locale.ROOT), written.toUpperCase(Locale.ROOT)).stream()
                .map(HistoryTable::parse)
                .distinct()
                .flatMap(spelling -> columns(spelling).stream().map(columns -> new Table(spelling, columns)))
                .findFirst();
    }

    /** Where there is no such schema, some databases answer with an error. */
    private Optional<List<String>> columns(HistoryTable table) {
        try {
            return inspector.columns(session, table.schema(), table.name());
        } catch (StatementException e) {
            if (table.schema().isEmpty() || e.isConnectionLost()) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /**
     * Runs a query.
     *
     * @param sql the query, with a {@code ?} for each value
     * @param parameters texts, numbers, booleans or nulls
     * @return its rows in order
     * @throws StatementException if the query fails
     */
    public List<Row> query(String sql, Object... parameters) {
        return session.query(sql, parameters);
    }

    /**
     * Reads a whole table.
     *
     * @param table a table that was found
     * @param orderBy the columns by which it is ordered, whatever their case
     * @return its rows
     * @throws IllegalArgumentException if the table has no such column
     * @throws StatementException if it can't be read
     */
    public List<Row> rows(Table table, String... orderBy) {
        String columns = Stream.of(orderBy)
                .map(name -> dialect.quote(table.spelled(name)))
                .collect(Collectors.joining(", "));
        return query("SELECT * FROM " + quoted(table) + (columns.isEmpty() ? "" : " ORDER BY " + columns));
    }

    /**
     * Writes a table's name in SQL.
     *
     * @param table a table that was found
     * @return its name, quoted, with its schema
     */
    public String quoted(Table table) {
        return table.name().quoted(dialect);
    }

    /**
     * Gives a row as texts, for keeping.
     *
     * @param row a row
     * @return its values by column, without those that are null
     */
    static Map<String, String> texts(Row row) {
        Map<String, String> texts = new LinkedHashMap<>();
        row.columns().forEach(column -> row.text(column).ifPresent(value -> texts.put(column, value)));
        return texts;
    }

    /**
     * A table that is there.
     *
     * @param name its name as the database has it
     * @param columns the names of its columns in order
     * @since 0.1
     */
    public record Table(HistoryTable name, List<String> columns) {
        /**
         * Guards the record.
         *
         * @param name its name
         * @param columns copied
         */
        public Table {
            columns = List.copyOf(columns);
        }

        /**
         * Says whether the table has all of these columns, whatever their case.
         *
         * @param names names of columns
         * @return whether all are there
         */
        public boolean has(String... names) {
            return List.of(names).stream().allMatch(name -> columns.stream().anyMatch(name::equalsIgnoreCase));
        }

        /** Tools differ in whether they quote the names that they create, and so in how those are spelled in the end. */
        private String spelled(String column) {
            return columns.stream()
                    .filter(column::equalsIgnoreCase)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(name + " has no column " + column));
        }

        /**
         * Says whether the table has just these columns, whatever their case and order.
         *
         * @param names names of columns
         * @return whether these are there and no others
         */
        public boolean hasOnly(String... names) {
            return columns.size() == names.length && has(names);
        }
    }
}
