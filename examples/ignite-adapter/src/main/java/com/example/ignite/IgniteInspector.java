package com.example.ignite;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Row;
import dev.palindrome.spi.SchemaInspector;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementKind;
import dev.palindrome.spi.StatementRunner;
import dev.palindrome.spi.catalogue.Column;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.SchemaObject;
import dev.palindrome.spi.catalogue.Table;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the views of the schema SYSTEM. Tables with their indexes are all that there is. */
final class IgniteInspector implements SchemaInspector {
    private final Dialect dialect;
    private final String ownSchema;

    /**
     * An inspector.
     *
     * @param ownSchema the schema of unqualified names, as the catalogue has it
     */
    IgniteInspector(Dialect dialect, String ownSchema) {
        this.dialect = dialect;
        this.ownSchema = ownSchema;
    }

    /** No transaction holds the catalogue, and one that began before a change would not see it. */
    static List<Row> query(StatementRunner database, String sql, @Nullable Object... parameters) {
        return database.query(
                new Statement(sql, Arrays.asList(parameters), StatementKind.STANDALONE, Statement.OUR_OWN));
    }

    @Override
    public Optional<List<String>> columns(Session session, Optional<String> schema, String table) {
        List<String> names = query(
                        session,
                        "SELECT column_name FROM SYSTEM.TABLE_COLUMNS WHERE schema_name = ? AND table_name = ?"
                                + " ORDER BY column_ordinal",
                        schema.orElse(ownSchema),
                        table)
                .stream()
                .map(row -> row.text("column_name").orElseThrow())
                .toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }

    @Override
    public Optional<SchemaObject> find(StatementRunner database, ObjectName name) {
        return query(
                        database,
                        TableReader.TABLES + " WHERE t.schema_name = ? AND t.table_name = ?",
                        name.schema().map(IgniteDialect.FOLDING::actual).orElse(ownSchema),
                        IgniteDialect.FOLDING.actual(name.name()))
                .stream()
                .findFirst()
                .map(row -> new TableReader(database, dialect, row).table(name));
    }

    /** A column that comes back comes last, so that their order means nothing. */
    @Override
    public List<SchemaObject> all(StatementRunner database) {
        return query(database, TableReader.TABLES).stream()
                .filter(row -> !row.text("table_name").orElseThrow().startsWith("palindrome_"))
                .map(row -> new TableReader(database, dialect, row).table(name(row)))
                .sorted(Comparator.comparing(table -> table.name().toString()))
                .<SchemaObject>map(IgniteInspector::ordered)
                .toList();
    }

    private ObjectName name(Row row) {
        String schema = row.text("schema_name").orElseThrow();
        return new ObjectName(
                schema.equals(ownSchema) ? Optional.empty() : Optional.of(IgniteDialect.FOLDING.written(schema)),
                IgniteDialect.FOLDING.written(row.text("table_name").orElseThrow()));
    }

    private static Table ordered(Table table) {
        return table.withColumns(table.columns().stream()
                .sorted(Comparator.comparing(Column::name))
                .toList());
    }
}
