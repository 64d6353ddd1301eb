package dev.palindrome.adapters.jdbc.sqlite;

import dev.palindrome.spi.SchemaInspector;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementRunner;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.SchemaObject;
import java.util.List;
import java.util.Optional;

/** Reads SQLite's table-valued pragmas. A schema, if one is given, is the name of an attached database. */
final class SqliteInspector implements SchemaInspector {
    /** Hidden 1 are the hidden columns of virtual tables; 2 and 3 are generated columns (sqlite.org/pragma.html). */
    private static final String COLUMNS = "SELECT name FROM pragma_table_xinfo(?, ?) WHERE hidden <> 1 ORDER BY cid";

    @Override
    public Optional<List<String>> columns(Session session, Optional<String> schema, String table) {
        List<String> names = session.query(Statement.of(COLUMNS, table, schema.orElse("main"))).stream()
                .map(row -> row.text("name").orElse(""))
                .toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }

    @Override
    public Optional<SchemaObject> find(StatementRunner database, ObjectName name) {
        return Optional.empty();
    }

    @Override
    public List<SchemaObject> all(StatementRunner database) {
        return List.of();
    }
}
