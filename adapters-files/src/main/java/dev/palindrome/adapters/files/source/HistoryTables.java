package dev.palindrome.adapters.files.source;

import dev.palindrome.spi.ForeignHistory.Pack;
import dev.palindrome.spi.ForeignTables;
import dev.palindrome.spi.ForeignTables.Table;
import java.util.Optional;

/** Where other tools keep their histories: in a table of a usual name, unless the pack's setting says otherwise. */
public final class HistoryTables {
    /** The pack's setting that names the table: {@code name} or {@code schema.name}. */
    public static final String SETTING = "historyTable";

    private HistoryTables() {}

    /**
     * Finds a tool's history.
     *
     * @param tables the database's tables
     * @param pack whose setting may name another table
     * @param usual the table's name when nobody says otherwise
     * @return the table; empty if there is none
     */
    public static Optional<Table> find(ForeignTables tables, Pack pack, String usual) {
        return tables.find(pack.setting(SETTING).orElse(usual));
    }
}
