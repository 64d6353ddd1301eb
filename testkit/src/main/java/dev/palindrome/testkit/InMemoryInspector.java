package dev.palindrome.testkit;

import dev.palindrome.spi.SchemaInspector;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.StatementRunner;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.SchemaObject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads a database that keeps statements rather than tables: its catalogue has tables, by the names and types of columns. */
final class InMemoryInspector implements SchemaInspector {

    @Override
    public Optional<List<String>> columns(Session session, Optional<String> schema, String table) {
        return InMemorySession.of(session).columns(table);
    }

    @Override
    public Optional<SchemaObject> find(StatementRunner database, ObjectName name) {
        return all(database).stream()
                .filter(object -> object.name().equals(name))
                .findFirst();
    }

    @Override
    public List<SchemaObject> all(StatementRunner database) {
        return database.unwrap(InMemorySession.class).map(InMemorySession::tables).orElse(List.of()).stream()
                .sorted(Comparator.comparing(table -> table.name().name()))
                .map(SchemaObject.class::cast)
                .toList();
    }
}
