package dev.palindrome.testkit;

import dev.palindrome.spi.SchemaInspector;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.StatementRunner;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.SchemaObject;
import java.util.List;
import java.util.Optional;

/** Reads a database that keeps statements rather than tables: its catalogue is empty. */
final class InMemoryInspector implements SchemaInspector {

    @Override
    public Optional<List<String>> columns(Session session, Optional<String> schema, String table) {
        return InMemorySession.of(session).columns(table);
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
