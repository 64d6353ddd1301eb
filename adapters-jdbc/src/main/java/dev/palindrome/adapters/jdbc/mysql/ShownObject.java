package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Row;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementRunner;
import dev.palindrome.spi.catalogue.Attachment;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.SchemaObject;
import dev.palindrome.spi.catalogue.Sequence;
import dev.palindrome.spi.catalogue.View;
import java.util.List;
import java.util.Optional;

/** Makes the values of objects from what SHOW CREATE TABLE answers, which knows views and sequences too. */
final class ShownObject {
    private final Dialect dialect;
    private final Triggers triggers;

    ShownObject(Dialect dialect) {
        this.dialect = dialect;
        this.triggers = new Triggers(dialect);
    }

    /** {@return the object under the name that it was asked by} */
    SchemaObject read(StatementRunner database, ObjectName name, Row shown) {
        if (shown.columns().stream().anyMatch("Create View"::equalsIgnoreCase)) {
            String sql = shown.text("Create View").orElseThrow();
            return new View(name, renamed(sql, "VIEW", name), Optional.empty(), List.of());
        }
        String sql = shown.text("Create Table").orElseThrow();
        if (sql.endsWith("SEQUENCE=1")) {
            return sequence(database, name);
        }
        String actualName = shown.text("Table").orElseThrow();
        return triggers.addedTo(new ShownTable(dialect, name, sql).table(), database, name.schema(), actualName);
    }

    private Sequence sequence(StatementRunner database, ObjectName name) {
        String sql = database.query(Statement.of("SHOW CREATE SEQUENCE " + dialect.name(name)))
                .get(0)
                .text("Create Table")
                .orElseThrow();
        Row next = database.query(Statement.of(
                        "SELECT next_not_cached_value AS next, start_value AS start FROM " + dialect.name(name)))
                .get(0);
        boolean isUnused = next.number("next").equals(next.number("start"));
        return new Sequence(
                name,
                renamed(sql, "SEQUENCE", name),
                Optional.empty(),
                isUnused ? List.of() : List.of(goingOn(name, next.number("next").orElseThrow())));
    }

    /** What was given once isn't given again. */
    private Attachment goingOn(ObjectName name, long next) {
        return new Attachment(
                "next number", "next", List.of(), "SELECT SETVAL(" + dialect.name(name) + ", " + next + ", 0)");
    }

    /** The statement with the name that was asked for: the server shows a schema where it isn't the session's own. */
    private String renamed(String sql, String word, ObjectName name) {
        List<Piece> pieces = Piece.of(sql);
        int at = 0;
        while (!pieces.get(at).is(word)) {
            at++;
        }
        int last = at + 1;
        while (pieces.get(last + 1).is(".")) {
            last += 2;
        }
        return sql.substring(0, pieces.get(at + 1).start())
                + dialect.name(name)
                + sql.substring(pieces.get(last).end());
    }
}
