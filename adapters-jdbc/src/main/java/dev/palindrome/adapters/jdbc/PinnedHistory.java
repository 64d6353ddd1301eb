package dev.palindrome.adapters.jdbc;

import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.HistoryStore;
import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.Journal;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A history whose table stays the same one, whatever a migration does to the session's schema: when it is first read, the
 * table's schema is looked up, and from then on every statement names it.
 */
public final class PinnedHistory implements HistoryStore {
    private final HistoryTable table;
    private final TablePins pins;
    private final Function<HistoryTable, HistoryStore> stores;

    /**
     * A history in that table.
     *
     * @param table the table as the configuration names it
     * @param pins looks up its schema
     * @param stores the history in a table with a schema
     */
    public PinnedHistory(HistoryTable table, TablePins pins, Function<HistoryTable, HistoryStore> stores) {
        this.table = table;
        this.pins = pins;
        this.stores = stores;
    }

    @Override
    public Optional<List<HistoryEntry>> read(Session session) {
        return stores.apply(pins.pin(session, table)).read(session);
    }

    @Override
    public List<Statement> create() {
        return pinned().create();
    }

    @Override
    public Journal journal() {
        return pinned().journal();
    }

    @Override
    public Statement insert(HistoryEntry entry) {
        return pinned().insert(entry);
    }

    @Override
    public Statement amend(HistoryEntry entry) {
        return pinned().amend(entry);
    }

    @Override
    public Statement delete(HistoryEntry entry) {
        return pinned().delete(entry);
    }

    private HistoryStore pinned() {
        return stores.apply(pins.pinned(table));
    }
}
