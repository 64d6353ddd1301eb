package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Row;
import dev.palindrome.spi.SchemaInspector;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementException;
import dev.palindrome.spi.StatementRunner;
import dev.palindrome.spi.catalogue.Constraint;
import dev.palindrome.spi.catalogue.Index;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.SchemaObject;
import dev.palindrome.spi.catalogue.Sequence;
import dev.palindrome.spi.catalogue.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what the servers show with SHOW CREATE, in which a definition has all that belongs to it and in the order that it needs.
 * A server has the databases of many, so that only the connection's own is read as a whole.
 */
final class MysqlInspector implements SchemaInspector {
    private static final String COLUMNS = "SELECT COLUMN_NAME AS name FROM information_schema.COLUMNS"
            + " WHERE TABLE_SCHEMA = COALESCE(?, DATABASE()) AND TABLE_NAME = ? ORDER BY ORDINAL_POSITION";
    private static final String NAMES = "SELECT TABLE_NAME AS name FROM information_schema.TABLES"
            + " WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME NOT LIKE 'palindrome\\\\_%' ORDER BY TABLE_NAME";

    /** ER_NO_SUCH_TABLE and ER_BAD_DB_ERROR; and there may be no database in which to look. */
    private static final Set<Integer> NOT_THERE = Set.of(1146, 1049, 1046);

    private final Dialect dialect;
    private final ShownObject objects;

    MysqlInspector(Dialect dialect) {
        this.dialect = dialect;
        this.objects = new ShownObject(dialect);
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
        try {
            Row shown = database.query(Statement.of("SHOW CREATE TABLE " + dialect.name(name)))
                    .get(0);
            return Optional.of(objects.read(database, name, shown));
        } catch (StatementException e) {
            if (e.getCause() instanceof SQLException cause && NOT_THERE.contains(cause.getErrorCode())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public List<SchemaObject> all(StatementRunner database) {
        List<SchemaObject> all = new ArrayList<>();
        for (Row row : database.query(Statement.of(NAMES))) {
            find(database, ObjectName.of(WrittenName.of(row.text("name").orElse(""))))
                    .map(MysqlInspector::withoutChance)
                    .ifPresent(all::add);
        }
        all.addAll(OtherObjects.all(database, dialect));
        all.sort(Comparator.comparing((SchemaObject object) -> object.name().toString())
                .thenComparing(object -> object.getClass().getSimpleName()));
        return all;
    }

    /** Without what depends on how it came about: the next numbers, and the order and the indexes that keys made. */
    private static SchemaObject withoutChance(SchemaObject object) {
        if (object instanceof Sequence sequence) {
            return new Sequence(sequence.name(), sequence.definition(), sequence.comment(), List.of());
        }
        if (!(object instanceof Table table)) {
            return object;
        }
        return new Table(
                table.name(),
                table.columns(),
                table.constraints().stream()
                        .sorted(Comparator.comparing(Constraint::kind)
                                .thenComparing(Constraint::name)
                                .thenComparing(Constraint::definition))
                        .toList(),
                table.indexes().stream()
                        .sorted(Comparator.comparing(Index::name))
                        .toList(),
                table.attachments().stream()
                        .filter(a -> !KeysOwnIndexes.isOne(a))
                        .toList(),
                table.options().replaceFirst("\\bAUTO_INCREMENT=\\d+ ?", ""),
                table.comment(),
                table.peculiarities());
    }
}
