package dev.palindrome.adapters.jdbc.h2;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.SchemaInspector;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementRunner;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.SchemaObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the information schema. */
final class H2Inspector implements SchemaInspector {
    private static final String COLUMNS = "SELECT COLUMN_NAME AS NAME FROM INFORMATION_SCHEMA.COLUMNS"
            + " WHERE TABLE_SCHEMA = COALESCE(CAST(? AS varchar), CURRENT_SCHEMA) AND TABLE_NAME = ?"
            + " ORDER BY ORDINAL_POSITION";

    private final Dialect dialect;
    private volatile @Nullable H2Names known;

    H2Inspector(Dialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public Optional<List<String>> columns(Session session, Optional<String> schema, String table) {
        List<String> names = session.query(Statement.of(COLUMNS, schema.orElse(null), table)).stream()
                .map(row -> row.text("name").orElse(""))
                .toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }

    @Override
    public Optional<SchemaObject> find(StatementRunner database, ObjectName name) {
        H2Names names = names(database);
        H2Key key = new H2Key(name.schema().map(names::actual).orElse(names.schema()), names.actual(name.name()));
        H2Tables tables = new H2Tables(dialect, new H2Scope(database, names, Optional.of(key)), found -> name);
        return tables.tablesAndViews().stream()
                .findFirst()
                .or(() -> tables.sequences(H2Tables::goingOn).stream().findFirst());
    }

    @Override
    public List<SchemaObject> all(StatementRunner database) {
        H2Names names = names(database);
        H2Scope scope = new H2Scope(database, names, Optional.empty());
        H2Tables tables = new H2Tables(dialect, scope, key -> names.written(key.schema(), key.name()));
        H2Chance chance = new H2Chance(dialect, names);
        List<SchemaObject> all = new ArrayList<>();
        tables.tablesAndViews().forEach(object -> all.add(chance.without(object)));
        all.addAll(tables.sequences(row -> ""));
        all.addAll(H2Others.all(scope));
        all.sort(Comparator.comparing(object -> object.name().toString()));
        return all;
    }

    private H2Names names(StatementRunner database) {
        H2Names before = known;
        H2Names now = before == null ? H2Names.read(database) : H2Names.read(database, before);
        known = now;
        return now;
    }
}
