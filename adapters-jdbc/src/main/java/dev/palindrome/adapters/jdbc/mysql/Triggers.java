package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Row;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementRunner;
import dev.palindrome.spi.catalogue.Attachment;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the triggers of tables. */
final class Triggers {
    private static final String QUERY =
            "SELECT TRIGGER_NAME, ACTION_TIMING, EVENT_MANIPULATION, ACTION_STATEMENT, DEFINER,"
                    + " SQL_MODE = @@sql_mode AS same_mode FROM information_schema.TRIGGERS"
                    + " WHERE EVENT_OBJECT_SCHEMA = COALESCE(?, DATABASE()) AND EVENT_OBJECT_TABLE = ?"
                    + " ORDER BY EVENT_MANIPULATION, ACTION_TIMING, ACTION_ORDER";

    private final Dialect dialect;

    Triggers(Dialect dialect) {
        this.dialect = dialect;
    }

    /** {@return the table with its triggers, in the order in which they fire} */
    Table addedTo(Table table, StatementRunner database, Optional<String> schema, String actualName) {
        List<Row> rows = database.query(Statement.of(QUERY, schema.orElse(null), actualName));
        List<Attachment> attachments = new ArrayList<>(table.attachments());
        List<String> peculiarities = new ArrayList<>(table.peculiarities());
        for (Row row : rows) {
            String name = WrittenName.of(text(row, "TRIGGER_NAME"));
            attachments.add(new Attachment("trigger", name, List.of(), definition(row, table.name(), name)));
            if (!row.flag("same_mode").orElse(false)) {
                peculiarities.add("its trigger '" + name + "' was made in another sql_mode");
            }
        }
        return new Table(
                table.name(),
                table.columns(),
                table.constraints(),
                table.indexes(),
                attachments,
                table.options(),
                table.comment(),
                peculiarities);
    }

    private String definition(Row row, ObjectName table, String name) {
        return "CREATE DEFINER=" + account(text(row, "DEFINER")) + " TRIGGER " + dialect.name(table.sibling(name)) + " "
                + text(row, "ACTION_TIMING") + " " + text(row, "EVENT_MANIPULATION") + " ON " + dialect.name(table)
                + " FOR EACH ROW " + text(row, "ACTION_STATEMENT");
    }

    private String account(String definer) {
        int at = definer.lastIndexOf('@');
        return at < 0
                ? dialect.quote(definer)
                : dialect.quote(definer.substring(0, at)) + "@" + dialect.quote(definer.substring(at + 1));
    }

    private static String text(Row row, String column) {
        return row.text(column).orElse("");
    }
}
