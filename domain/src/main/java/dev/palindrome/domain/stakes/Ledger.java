package dev.palindrome.domain.stakes;

import dev.palindrome.domain.sql.TableChange;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds up what tables lose. What isn't there now, such as a table that the plan itself makes, loses nothing. */
final class Ledger {
    private final LiveTables live;
    private final Map<ObjectName, Loss> losses = new LinkedHashMap<>();
    /** What is called so by now, if the plan has renamed or dropped something; empty if nothing that is there now. */
    private final Map<String, Optional<Table>> moved = new HashMap<>();

    private final List<String> unclear = new ArrayList<>();

    Ledger(LiveTables live) {
        this.live = live;
    }

    void add(TableChange change) {
        switch (change.kind()) {
            case SCHEMA_DROPPED ->
                live.inSchema(change.table()).forEach(table -> loss(table).drop());
            case UNCLEAR -> unclear.add(change.what());
            case RENAMED -> rename(change.table(), change.table().sibling(change.to()));
            default -> find(change.table()).ifPresent(table -> add(change, table));
        }
    }

    private void add(TableChange change, Table table) {
        Loss loss = loss(table);
        switch (change.kind()) {
            case DROPPED -> {
                loss.drop();
                moved.put(LiveTables.key(change.table()), Optional.empty());
            }
            case COLUMN_DROPPED -> loss.dropColumn(LiveTables.bare(change.what()));
            case COLUMN_RENAMED -> loss.renameColumn(LiveTables.bare(change.what()), LiveTables.bare(change.to()));
            case ROWS_DELETED -> loss.deleteRows(change.what());
            default -> loss.deleteSomeRows();
        }
    }

    /** A new table that takes the name of one that was dropped is that one built anew. */
    private void rename(ObjectName from, ObjectName to) {
        Optional<Table> table = find(from);
        Optional<Table> former = moved.containsKey(LiveTables.key(to)) ? live.find(to) : Optional.empty();
        if (table.isEmpty() && former.isPresent()) {
            loss(former.get()).buildAnew();
        }
        moved.put(LiveTables.key(from), Optional.empty());
        moved.put(LiveTables.key(to), table.or(() -> former));
    }

    private Optional<Table> find(ObjectName name) {
        Optional<Table> known = moved.get(LiveTables.key(name));
        return known == null ? live.find(name) : known;
    }

    private Loss loss(Table table) {
        return losses.computeIfAbsent(table.name(), name -> new Loss(table));
    }

    Collection<Loss> losses() {
        return losses.values().stream().filter(loss -> !loss.isNothing()).toList();
    }

    List<String> unclear() {
        return unclear;
    }
}
