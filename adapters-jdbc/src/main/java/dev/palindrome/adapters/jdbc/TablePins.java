package dev.palindrome.adapters.jdbc;

import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.Session;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Remembers for the length of a command in which schema a table without one stands. A command is a session and the thread
 * that it is used on: a program's next connection can lead to another schema, say that of another tenant. Safe for use by
 * several threads.
 */
public final class TablePins {
    private final ThreadLocal<Pins> current = ThreadLocal.withInitial(Pins::none);
    private final BiFunction<Session, HistoryTable, Optional<String>> schemas;

    /**
     * No pins yet.
     *
     * @param schemas asks a session for the schema of a table that names none; empty if there is no telling
     */
    public TablePins(BiFunction<Session, HistoryTable, Optional<String>> schemas) {
        this.schemas = schemas;
    }

    /**
     * Names the schema of a table, asking the session once.
     *
     * @param session a session whose settings no migration has changed yet
     * @param table the table as the configuration names it
     * @return the table with its schema
     */
    public HistoryTable pin(Session session, HistoryTable table) {
        if (table.schema().isPresent()) {
            return table;
        }
        Pins pins = current.get();
        if (!pins.session().refersTo(session)) {
            pins = new Pins(new WeakReference<>(session), new HashMap<>());
            current.set(pins);
        }
        HistoryTable known = pins.tables().get(table);
        if (known != null) {
            return known;
        }
        HistoryTable found = schemas.apply(session, table).map(table::orIn).orElse(table);
        pins.tables().put(table, found);
        return found;
    }

    /**
     * The table as it was pinned last on this thread.
     *
     * @param table the table as the configuration names it
     * @return with its schema if that was looked up, else as it is
     */
    public HistoryTable pinned(HistoryTable table) {
        return current.get().tables().getOrDefault(table, table);
    }

    /**
     * What was looked up on one session.
     *
     * @param session the session
     * @param tables the tables with their schemas
     */
    private record Pins(WeakReference<Session> session, Map<HistoryTable, HistoryTable> tables) {
        static Pins none() {
            return new Pins(new WeakReference<>(null), new HashMap<>());
        }
    }
}
