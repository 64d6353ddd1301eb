package dev.palindrome.spi;

import java.util.Optional;

/**
 * The name of the table that holds the history.
 *
 * @param schema its schema; the connection's own if empty
 * @param name its name, taken exactly
 * @since 0.1
 */
public record HistoryTable(Optional<String> schema, String name) {
    /** The history's name when the configuration says nothing: {@code palindrome_history}. */
    public static final HistoryTable DEFAULT = new HistoryTable(Optional.empty(), "palindrome_history");

    /**
     * Guards the record.
     *
     * @param schema not blank
     * @param name not blank, else {@link IllegalArgumentException}
     */
    public HistoryTable {
        if (name.isBlank() || schema.filter(String::isBlank).isPresent()) {
            throw new IllegalArgumentException("The history table needs a name");
        }
    }

    /**
     * Reads {@code name} or {@code schema.name}.
     *
     * @param text the configuration's text
     * @return the table's name
     * @throws IllegalArgumentException if a part is blank
     */
    public static HistoryTable parse(String text) {
        int dot = text.indexOf('.');
        return dot < 0
                ? new HistoryTable(Optional.empty(), text)
                : new HistoryTable(Optional.of(text.substring(0, dot)), text.substring(dot + 1));
    }

    /**
     * Names a schema for a table without one.
     *
     * @param home the schema
     * @return the table there, or this one if it names a schema
     */
    public HistoryTable orIn(String home) {
        return schema.isPresent() ? this : new HistoryTable(Optional.of(home), name);
    }

    /** {@return the table of the journal, which stands beside the history} */
    public HistoryTable journal() {
        return new HistoryTable(schema, name + "_journal");
    }

    /**
     * Writes the name in SQL.
     *
     * @param dialect the database's dialect
     * @return the name, quoted, with its schema
     */
    public String quoted(Dialect dialect) {
        return schema.map(s -> dialect.quote(s) + ".").orElse("") + dialect.quote(name);
    }

    @Override
    public String toString() {
        return schema.map(s -> s + ".").orElse("") + name;
    }
}
