package dev.palindrome.testkit;

import dev.palindrome.spi.Database;
import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.catalogue.SchemaObject;
import dev.palindrome.spi.catalogue.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a run ended.
 *
 * @param applied the migrations of the history, in the order in which they ran
 * @param objects the catalogue
 * @param rows what is in its tables
 */
record State(List<String> applied, List<SchemaObject> objects, List<String> rows) {

    static State of(Database database, Session session, Dialect dialect) {
        List<SchemaObject> objects = database.inspector().all(session);
        List<String> rows = new ArrayList<>();
        for (SchemaObject object : objects) {
            if (object instanceof Table table) {
                session.query("SELECT * FROM " + dialect.name(table.name()) + " ORDER BY 1").stream()
                        .map(row -> table.name() + ": " + row)
                        .forEach(rows::add);
            }
        }
        return new State(applied(database, session), objects, rows);
    }

    static List<String> applied(Database database, Session session) {
        return database.history(HistoryTable.DEFAULT).read(session).orElse(List.of()).stream()
                .map(HistoryEntry::migrationId)
                .map(Object::toString)
                .toList();
    }
}
