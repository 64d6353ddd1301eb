package dev.palindrome.adapters.jdbc.h2;

import dev.palindrome.spi.Row;
import dev.palindrome.spi.StatementRunner;
import dev.palindrome.spi.catalogue.Folding;
import dev.palindrome.spi.catalogue.ObjectName;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Translates between the names in a catalogue and their written forms. What H2 makes of a plain name is a setting of the
 * database, which its URL says when it is made.
 *
 * @param folding what becomes of plain names
 * @param ignoresCase whether names that differ in their case alone are one
 * @param schema the connection's own schema, as the catalogue has it
 * @param path the database's file; empty if it is in memory
 */
record H2Names(Folding folding, boolean ignoresCase, String schema, Optional<String> path) {
    /** What H2 calls a constraint or an index that has no name: see getUniqueName in its {@code org.h2.schema.Schema}. */
    private static final Pattern MADE_UP = Pattern.compile("(CONSTRAINT|INDEX|PRIMARY_KEY)_[0-9A-F]{1,8}(_[0-9]+)?");

    private static final String SETTINGS = "SELECT CURRENT_SCHEMA AS own_schema, DATABASE_PATH() AS path,"
            + " MAX(CASE SETTING_NAME WHEN 'DATABASE_TO_UPPER' THEN SETTING_VALUE END) AS to_upper,"
            + " MAX(CASE SETTING_NAME WHEN 'DATABASE_TO_LOWER' THEN SETTING_VALUE END) AS to_lower,"
            + " MAX(CASE SETTING_NAME WHEN 'CASE_INSENSITIVE_IDENTIFIERS' THEN SETTING_VALUE END) AS ignores_case"
            + " FROM INFORMATION_SCHEMA.SETTINGS";

    static H2Names read(StatementRunner database) {
        Row row = database.query(SETTINGS).get(0);
        Folding folding = isOn(row, "to_lower") ? Folding.LOWER : isOn(row, "to_upper") ? Folding.UPPER : Folding.NONE;
        return new H2Names(
                folding, isOn(row, "ignores_case"), row.text("own_schema").orElseThrow(), row.text("path"));
    }

    /** Reads again what changes. H2 takes long to tell its settings, which are the database's for good. */
    static H2Names read(StatementRunner database, H2Names before) {
        Row row = database.query("SELECT CURRENT_SCHEMA AS own_schema, DATABASE_PATH() AS path")
                .get(0);
        return row.text("path").equals(before.path)
                ? new H2Names(
                        before.folding,
                        before.ignoresCase,
                        row.text("own_schema").orElseThrow(),
                        before.path)
                : read(database);
    }

    boolean isPersistent() {
        return path.isPresent();
    }

    private static boolean isOn(Row row, String setting) {
        return row.text(setting).filter("true"::equalsIgnoreCase).isPresent();
    }

    /** {@return the name that the catalogue has for a written one} */
    String actual(String written) {
        return folding.actual(written);
    }

    /** {@return the written form of a name in the catalogue} */
    String written(String actual) {
        return folding.written(actual);
    }

    /** {@return the written form of an object's name, without the schema if that is the connection's own} */
    ObjectName written(String actualSchema, String actual) {
        Optional<String> other = Optional.of(actualSchema).filter(s -> !s.equals(schema));
        return new ObjectName(other.map(this::written), written(actual));
    }

    /** {@return whether H2 made that name up by chance} */
    static boolean isMadeUp(String actual) {
        return MADE_UP.matcher(actual).matches();
    }
}
