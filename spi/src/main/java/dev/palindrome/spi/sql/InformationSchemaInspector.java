package dev.palindrome.spi.sql;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Row;
import dev.palindrome.spi.SchemaInspector;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.StatementRunner;
import dev.palindrome.spi.catalogue.Folding;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.OtherObject;
import dev.palindrome.spi.catalogue.SchemaObject;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the information schema of ISO/IEC 9075-11. Adapters of databases that have one extend it with what the standard
 * doesn't know: indexes, comments, how a type is written. It reads the catalogue whole, which is simple, and quick enough for
 * databases of some hundred tables.
 *
 * @since 0.1
 */
public abstract class InformationSchemaInspector implements SchemaInspector {
    private final Dialect dialect;
    private final Folding folding;

    /**
     * An inspector.
     *
     * @param dialect the dialect, in which definitions are written
     * @param folding what the database makes of plain names
     */
    protected InformationSchemaInspector(Dialect dialect, Folding folding) {
        this.dialect = dialect;
        this.folding = folding;
    }

    /** {@return the names of the database's own schemas, as the catalogue has them; at least one} */
    protected abstract Set<String> systemSchemas();

    /**
     * Says whether the database made up a name by chance.
     *
     * @param constraint the name of a constraint as the catalogue has it
     * @return whether its author gave it none
     */
    protected abstract boolean isMadeUp(String constraint);

    /**
     * Writes the type of a column.
     *
     * @param column its row in INFORMATION_SCHEMA.COLUMNS
     * @return the type as SQL, with length and precision
     */
    protected abstract String type(Row column);

    /** {@return a query for the columns of the indexes that no constraint made, in order: {@code table_schema},
     *     {@code table_name}, {@code index_name}, {@code column_name}, {@code is_unique}} */
    protected abstract String indexes();

    /** {@return a query for comments: {@code table_schema}, {@code table_name}, {@code column_name} or null for the table's,
     *     {@code remarks}; empty if the database keeps none} */
    protected Optional<String> comments() {
        return Optional.empty();
    }

    /** {@return a query for what no operation touches: {@code kind}, {@code object_schema}, {@code object_name},
     *     {@code definition}; empty for nothing} */
    protected Optional<String> others() {
        return Optional.empty();
    }

    /**
     * Reads the collation of a column.
     *
     * @param column its row in INFORMATION_SCHEMA.COLUMNS
     * @return the collation's name in SQL if it isn't the type's own, by default none
     */
    protected Optional<String> collation(Row column) {
        return Optional.empty();
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
                .map(row -> row.text("name").orElse(""))
                .toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }

    @Override
    public Optional<SchemaObject> find(StatementRunner database, ObjectName name) {
        return new InformationSchema(this, database, Optional.of(name))
                .objects()
                .filter(object -> object.name().equals(name) && !(object instanceof OtherObject))
                .findFirst();
    }

    @Override
    public List<SchemaObject> all(StatementRunner database) {
        return new InformationSchema(this, database, Optional.empty())
                .objects()
                .filter(object -> !isOurs(object.name()))
                .sorted(Comparator.comparing(object -> object.name().toString()))
                .toList();
    }

    private boolean isOurs(ObjectName name) {
        return folding.actual(name.name()).toLowerCase(Locale.ROOT).startsWith("palindrome_");
    }

    Dialect dialect() {
        return dialect;
    }

    Folding folding() {
        return folding;
    }
}
