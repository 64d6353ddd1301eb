package dev.palindrome.adapters.jdbc;

import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.Session;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/** Remembers for the length of a command in which schema a table without one stands. Safe for use by several threads. */
public final class TablePins {
    private final Map<HistoryTable, HistoryTable> pinned = new ConcurrentHashMap<>();
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
        HistoryTable known = pinned.get(table);
        if (known != null) {
            return known;
        }
        HistoryTable found = schemas.apply(session, table)
                .map(schema -> new HistoryTable(Optional.of(schema), table.name()))
                .orElse(table);
        pinned.put(table, found);
        return found;
    }

    /**
     * The table as it was pinned.
     *
     * @param table the table as the configuration names it
     * @return with its schema if that was looked up, else as it is
     */
    public HistoryTable pinned(HistoryTable table) {
        return pinned.getOrDefault(table, table);
    }
}
