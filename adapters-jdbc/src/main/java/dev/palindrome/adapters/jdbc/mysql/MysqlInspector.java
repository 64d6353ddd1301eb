package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.SchemaInspector;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementRunner;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.SchemaObject;
import java.util.List;
import java.util.Optional;

/** Reads what the server says of its objects. */
final class MysqlInspector implements SchemaInspector {
    private static final String COLUMNS = "SELECT COLUMN_NAME AS name FROM information_schema.COLUMNS"
            + " WHERE TABLE_SCHEMA = COALESCE(?, DATABASE()) AND TABLE_NAME = ? ORDER BY ORDINAL_POSITION";

    private final Dialect dialect;

    MysqlInspector(Dialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public Optional<List<String>> columns(Session session, Optional<String> schema, String table) {
        List<String> names = session.query(Statement.of(COLUMNS, schema.orElse(null), table)).stream()
                .flatMap(row -> row.text("name").stream())
                .toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }

    @Override
    public Optional<SchemaObject> find(StatementRunner database, ObjectName name) {
        throw new UnsupportedOperationException(dialect.toString());
    }

    @Override
    public List<SchemaObject> all(StatementRunner database) {
        return List.of();
    }
}
