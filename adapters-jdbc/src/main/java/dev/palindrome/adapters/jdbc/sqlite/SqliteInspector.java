package dev.palindrome.adapters.jdbc.sqlite;

import dev.palindrome.spi.Row;
import dev.palindrome.spi.SchemaInspector;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementRunner;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.SchemaObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads SQLite's catalogue: the statements that made it, as {@code sqlite_schema} keeps them. The objects are those of the
 * main database; in {@link #columns} a schema, if one is given, is the name of an attached one.
 */
final class SqliteInspector implements SchemaInspector {
    /** Hidden 1 are the hidden columns of virtual tables; 2 and 3 are generated columns (sqlite.org/pragma.html). */
    private static final String COLUMNS = "SELECT name FROM pragma_table_xinfo(?, ?) WHERE hidden <> 1 ORDER BY cid";

    /** Indexes that constraints made have no text. */
    private static final String OBJECTS =
            "SELECT type, name, tbl_name, sql FROM main.sqlite_schema WHERE sql IS NOT NULL";

    private static final String ONE = OBJECTS + " AND tbl_name = ? COLLATE NOCASE ORDER BY type, name";

    /** A virtual table keeps its data in shadow tables, which come and go with it. */
    private static final String ALL = OBJECTS
            + " AND tbl_name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND tbl_name NOT LIKE 'palindrome\\_%' ESCAPE '\\'"
            + " AND tbl_name NOT IN (SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'shadow')"
            + " ORDER BY type, name";

    @Override
    public Optional<List<String>> columns(Session session, Optional<String> schema, String table) {
        List<String> names = session.query(Statement.of(COLUMNS, table, schema.orElse("main"))).stream()
                .map(row -> row.text("name").orElse(""))
                .toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }

    @Override
    public Optional<SchemaObject> find(StatementRunner database, ObjectName name) {
        if (name.schema().filter(schema -> !schema.equalsIgnoreCase("main")).isPresent()) {
            return Optional.empty();
        }
        List<Row> rows = database.query(Statement.of(ONE, Written.exact(name.name())));
        return rows.isEmpty() ? Optional.empty() : CatalogueRows.object(name, rows);
    }

    @Override
    public List<SchemaObject> all(StatementRunner database) {
        Map<String, List<Row>> byTable = new LinkedHashMap<>();
        for (Row row : database.query(Statement.of(ALL))) {
            byTable.computeIfAbsent(row.text("tbl_name").orElse(""), table -> new ArrayList<>())
                    .add(row);
        }
        List<SchemaObject> objects = new ArrayList<>();
        byTable.forEach((table, rows) ->
                CatalogueRows.object(ObjectName.of(Written.of(table)), rows).ifPresent(objects::add));
        objects.sort(Comparator.comparing(object -> object.name().toString()));
        return objects;
    }
}
