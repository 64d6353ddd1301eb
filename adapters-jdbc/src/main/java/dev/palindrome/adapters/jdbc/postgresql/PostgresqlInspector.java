package dev.palindrome.adapters.jdbc.postgresql;

import dev.palindrome.spi.Row;
import dev.palindrome.spi.SchemaInspector;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementRunner;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.SchemaObject;
import java.util.List;
import java.util.Optional;

/** Reads PostgreSQL's own catalogue, which shows a table also to users who have no rights on it. */
final class PostgresqlInspector implements SchemaInspector {
    private static final String COLUMNS = "SELECT a.attname FROM pg_catalog.pg_class c"
            + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_catalog.pg_attribute a"
            + " ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped"
            + " WHERE n.nspname = COALESCE(CAST(? AS text), pg_catalog.current_schema()) AND c.relname = ?"
            + " AND c.relkind IN ('r', 'p', 'v', 'm', 'f') ORDER BY a.attnum";

    @Override
    public Optional<List<String>> columns(Session session, Optional<String> schema, String table) {
        List<Row> rows = session.query(Statement.of(COLUMNS, schema.orElse(null), table));
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(rows.stream()
                        .flatMap(row -> row.text("attname").stream())
                        .toList());
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
