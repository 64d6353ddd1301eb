package com.example.ignite;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Row;
import dev.palindrome.spi.StatementRunner;
import dev.palindrome.spi.catalogue.Column;
import dev.palindrome.spi.catalogue.Constraint;
import dev.palindrome.spi.catalogue.Folding;
import dev.palindrome.spi.catalogue.Index;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads one table with its columns, its primary key, its indexes and where its rows are kept. */
final class TableReader {
    /** What there is to know of a table itself. */
    static final String TABLES =
            "SELECT t.schema_name, t.table_name, t.table_id, t.table_pk_index_id, t.storage_profile, t.zone_name,"
                    + " z.is_default_zone FROM SYSTEM.TABLES t LEFT JOIN SYSTEM.ZONES z ON z.zone_name = t.zone_name";

    private static final Folding FOLDING = IgniteDialect.FOLDING;
    private static final String USUAL_PROFILE = "default";

    private final StatementRunner database;
    private final Dialect dialect;
    private final Row found;

    TableReader(StatementRunner database, Dialect dialect, Row found) {
        this.database = database;
        this.dialect = dialect;
        this.found = found;
    }

    /**
     * Reads the table.
     *
     * @param name the name that it gets
     */
    Table table(ObjectName name) {
        List<Row> columns = IgniteInspector.query(
                database,
                "SELECT column_name, column_type, is_nullable_column, column_precision, column_scale, column_length,"
                        + " pk_column_ordinal, colocation_column_ordinal FROM SYSTEM.TABLE_COLUMNS WHERE table_id = ?"
                        + " ORDER BY column_ordinal",
                id("table_id"));
        List<Row> indexed = IgniteInspector.query(
                database,
                "SELECT i.index_id, i.index_name, i.index_type, c.column_name, c.column_collation FROM SYSTEM.INDEXES i"
                        + " JOIN SYSTEM.INDEX_COLUMNS c ON c.index_id = i.index_id WHERE i.table_id = ?"
                        + " ORDER BY i.index_name, c.column_ordinal",
                id("table_id"));
        List<Row> key = only(indexed, id("table_pk_index_id"));
        List<Index> indexes = indexed.stream()
                .map(row -> row.number("index_id").orElseThrow())
                .filter(id -> id != id("table_pk_index_id"))
                .distinct()
                .map(id -> index(name, only(indexed, id)))
                .toList();
        return new Table(
                name,
                columns(columns),
                List.of(primaryKey(key)),
                indexes,
                List.of(),
                options(columns),
                Optional.empty(),
                List.of());
    }

    private long id(String column) {
        return found.number(column).orElseThrow();
    }

    private static List<Row> only(List<Row> indexed, long index) {
        return indexed.stream()
                .filter(row -> row.number("index_id").orElseThrow() == index)
                .toList();
    }

    private List<Column> columns(List<Row> rows) {
        List<Optional<String>> defaults = new ColumnDefaults(database, dialect, found).of(rows);
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            columns.add(new Column(
                    written(row),
                    IgniteType.of(row),
                    row.flag("is_nullable_column").orElseThrow(),
                    defaults.get(i),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));
        }
        return columns;
    }

    private static String written(Row row) {
        return FOLDING.written(row.text("column_name").orElseThrow());
    }

    private static List<String> names(List<Row> rows) {
        return rows.stream().map(TableReader::written).toList();
    }

    private Constraint primaryKey(List<Row> key) {
        return new Constraint(
                "",
                Constraint.Kind.PRIMARY_KEY,
                names(key),
                "PRIMARY KEY " + (isSorted(key) ? "USING SORTED " : "") + parts(key),
                Optional.empty());
    }

    private Index index(ObjectName table, List<Row> rows) {
        String name = FOLDING.written(rows.get(0).text("index_name").orElseThrow());
        return new Index(
                name,
                names(rows),
                "CREATE INDEX " + dialect.name(name) + " ON " + dialect.name(table)
                        + (isSorted(rows) ? " " : " USING HASH ") + parts(rows),
                Optional.empty());
    }

    private static boolean isSorted(List<Row> index) {
        return index.get(0).text("index_type").orElseThrow().equals("SORTED");
    }

    private String parts(List<Row> index) {
        return index.stream()
                .map(row -> dialect.name(written(row))
                        + row.text("column_collation")
                                .filter(collation -> !collation.equals("ASC_NULLS_LAST"))
                                .map(collation -> " " + collation.replace('_', ' '))
                                .orElse(""))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** Only what differs from what a table has that says nothing of it. */
    private String options(List<Row> columns) {
        List<String> key = ordered(columns, "pk_column_ordinal");
        List<String> colocation = ordered(columns, "colocation_column_ordinal");
        List<String> options = new ArrayList<>();
        if (!colocation.equals(key)) {
            options.add("COLOCATE BY (" + dialect.names(colocation) + ")");
        }
        if (!found.flag("is_default_zone").orElse(false)) {
            options.add("ZONE " + dialect.quote(found.text("zone_name").orElseThrow()));
        }
        found.text("storage_profile")
                .filter(profile -> !profile.equals(USUAL_PROFILE))
                .ifPresent(profile -> options.add("STORAGE PROFILE " + dialect.literal(profile)));
        return String.join(" ", options);
    }

    private static List<String> ordered(List<Row> columns, String ordinal) {
        return names(columns.stream()
                .filter(row -> row.number(ordinal).isPresent())
                .sorted(Comparator.comparing(row -> row.number(ordinal).orElseThrow()))
                .toList());
    }
}
