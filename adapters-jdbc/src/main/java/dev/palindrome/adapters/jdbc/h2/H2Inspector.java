package dev.palindrome.adapters.jdbc.h2;

import dev.palindrome.spi.SchemaInspector;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementRunner;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.SchemaObject;
import java.util.List;
import java.util.Optional;

/** Reads the information schema. */
final class H2Inspector implements SchemaInspector {
    private static final String COLUMNS = "SELECT COLUMN_NAME AS NAME FROM INFORMATION_SCHEMA.COLUMNS"
            + " WHERE TABLE_SCHEMA = COALESCE(CAST(? AS varchar), CURRENT_SCHEMA) AND TABLE_NAME = ?"
            + " ORDER BY ORDINAL_POSITION";

    @Override
    public Optional<List<String>> columns(Session session, Optional<String> schema, String table) {
        List<String> names = session.query(Statement.of(COLUMNS, schema.orElse(null), table)).stream()
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
