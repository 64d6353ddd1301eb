package com.example.hsqldb;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.SchemaInspector;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.StatementRunner;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.SchemaObject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads the information schema. */
final class HsqldbInspector implements SchemaInspector {
    private final Dialect dialect;

    HsqldbInspector(Dialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public Optional<List<String>> columns(Session session, Optional<String> schema, String table) {
        List<String> names = session
                .query(
                        "SELECT column_name AS name FROM INFORMATION_SCHEMA.COLUMNS WHERE table_schema ="
                                + " COALESCE(CAST(? AS varchar(128)), CURRENT_SCHEMA) AND table_name = ?"
                                + " ORDER BY ordinal_position",
                        schema.orElse(null),
                        table)
                .stream()
                .map(row -> row.text("name").orElseThrow())
                .toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }

    @Override
    public Optional<SchemaObject> find(StatementRunner database, ObjectName name) {
        return new HsqldbCatalogue(dialect, database, Optional.of(name))
                .objects()
                .filter(object -> object.name().equals(name))
                .findFirst();
    }

    @Override
    public List<SchemaObject> all(StatementRunner database) {
        return new HsqldbCatalogue(dialect, database, Optional.empty())
                .objects()
                .filter(object -> !object.name().name().startsWith("palindrome_"))
                .sorted(Comparator.comparing(object -> object.name().toString()))
                .toList();
    }
}
