package dev.palindrome.adapters.files.goose;

import dev.palindrome.adapters.files.source.ForeignLocks;
import dev.palindrome.adapters.files.source.HistoryTables;
import dev.palindrome.adapters.files.source.Times;
import dev.palindrome.spi.ForeignHistory;
import dev.palindrome.spi.ForeignTables;
import dev.palindrome.spi.ForeignTables.Table;
import dev.palindrome.spi.MigrationId;
import dev.palindrome.spi.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The history of goose, {@code goose_db_version}: a row for each version that was applied. Older releases of goose added a row
 * for a way back, too, so the last row of a version decides. Failures leave no trace in it.
 */
public final class GooseHistory implements ForeignHistory {
    private static final long SESSION_LOCK = 4_097_083_626L;

    /** For ServiceLoader. */
    public GooseHistory() {}

    @Override
    public String tool() {
        return "goose";
    }

    @Override
    public boolean isThere(ForeignTables tables, Pack pack) {
        return table(tables, pack).isPresent();
    }

    @Override
    public Contents read(ForeignTables tables, Pack pack) {
        Set<String> seen = new HashSet<>(Set.of("0")); // which goose writes when it makes the table
        List<Entry> entries = new ArrayList<>();
        List<Row> latestFirst = new ArrayList<>(tables.rows(table(tables, pack).orElseThrow(), "id"));
        Collections.reverse(latestFirst);
        for (Row row : latestFirst) {
            String version = row.text("version_id").orElseThrow();
            if (seen.add(version) && row.flag("is_applied").orElseThrow()) {
                MigrationId id = new MigrationId(version);
                entries.add(Entry.of(id, pack)
                        .with(row)
                        .recorded("", row.text("tstamp").flatMap(Times::read), Optional.empty()));
            }
        }
        Collections.reverse(entries);
        return new Contents(
                entries,
                ForeignLocks.problem("goose", isLocked(tables, pack)).stream().toList());
    }

    /** Goose locks only when it is told to: in the session, or with a lease in a table that it renews while it lives. */
    private static boolean isLocked(ForeignTables tables, Pack pack) {
        return new ForeignLocks(tables, pack).hasAdvisory(SESSION_LOCK, SESSION_LOCK)
                || tables.find(pack.setting("lockTable").orElse("goose_lock"))
                        .filter(table -> table.has("lock_id", "locked", "lease_expires_at"))
                        .filter(table -> !tables.query("SELECT * FROM " + tables.quoted(table)
                                        + " WHERE locked AND lease_expires_at > CURRENT_TIMESTAMP")
                                .isEmpty())
                        .isPresent();
    }

    private static Optional<Table> table(ForeignTables tables, Pack pack) {
        return HistoryTables.find(tables, pack, "goose_db_version")
                .filter(table -> table.has("id", "version_id", "is_applied", "tstamp"));
    }
}
