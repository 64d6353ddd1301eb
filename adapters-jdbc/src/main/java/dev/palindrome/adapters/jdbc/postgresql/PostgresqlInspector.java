package dev.palindrome.adapters.jdbc.postgresql;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Row;
import dev.palindrome.spi.SchemaInspector;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementRunner;
import dev.palindrome.spi.catalogue.Column;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.OtherObject;
import dev.palindrome.spi.catalogue.SchemaObject;
import dev.palindrome.spi.catalogue.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads PostgreSQL's own catalogue, which shows a table also to users who have no rights on it. */
final class PostgresqlInspector implements SchemaInspector {
    private static final String COLUMNS = "SELECT a.attname FROM pg_catalog.pg_class c"
            + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_catalog.pg_attribute a"
            + " ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped"
            + " WHERE n.nspname = COALESCE(CAST(? AS text), pg_catalog.current_schema()) AND c.relname = ?"
            + " AND c.relkind IN ('r', 'p', 'v', 'm', 'f') ORDER BY a.attnum";

    private final Dialect dialect;
    private final ObjectReader reader;

    PostgresqlInspector(Dialect dialect) {
        this.dialect = dialect;
        this.reader = new ObjectReader(dialect);
    }

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
        String sql = dialect.name(name);
        List<Row> rows = database.query(CatalogueSql.ONE, sql, sql);
        return rows.isEmpty() ? Optional.empty() : Optional.of(reader.read(rows, name));
    }

    @Override
    public List<Statement> remains(StatementRunner database, Statement statement) {
        return ConcurrentIndex.remains(database, statement);
    }

    /** PostgreSQL adds columns only at the end, so that their order isn't compared: they come in that of their names. */
    @Override
    public List<SchemaObject> all(StatementRunner database) {
        List<SchemaObject> all = new ArrayList<>();
        database.query(CatalogueSql.ALL).stream()
                .collect(Collectors.groupingBy(row -> row.number("rel").orElseThrow()))
                .values()
                .forEach(rows -> all.add(inOrder(reader.read(rows))));
        for (Row row : database.query(CatalogueSql.OTHERS)) {
            ObjectName name = WrittenName.of(row, "schema", "is_current");
            all.add(new OtherObject(
                    name.sibling(name.name() + Parts.text(row, "arguments")),
                    Parts.text(row, "kind"),
                    Parts.text(row, "definition")));
        }
        all.sort(Comparator.comparing((SchemaObject object) -> object.name().toString())
                .thenComparing(object -> object.getClass().getSimpleName()));
        return all;
    }

    private static SchemaObject inOrder(SchemaObject object) {
        if (!(object instanceof Table table)) {
            return object;
        }
        return table.withColumns(table.columns().stream()
                .sorted(Comparator.comparing(Column::name))
                .toList());
    }
}
