package dev.palindrome.adapters.files.diesel;

import dev.palindrome.adapters.files.source.HistoryTables;
import dev.palindrome.adapters.files.source.Times;
import dev.palindrome.spi.ForeignHistory;
import dev.palindrome.spi.ForeignTables;
import dev.palindrome.spi.ForeignTables.Table;
import dev.palindrome.spi.MigrationId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The history of Diesel, {@code __diesel_schema_migrations}: the versions that were applied, and when. Diesel goes backwards by
 * version, so they count as having run in that order. Failures leave no trace in it.
 */
public final class DieselHistory implements ForeignHistory {

    /** For ServiceLoader. */
    public DieselHistory() {}

    @Override
    public String tool() {
        return "diesel";
    }

    @Override
    public boolean isThere(ForeignTables tables, Pack pack) {
        return table(tables, pack).isPresent();
    }

    @Override
    public Contents read(ForeignTables tables, Pack pack) {
        List<Entry> entries = tables.rows(table(tables, pack).orElseThrow()).stream()
                .map(row -> Entry.of(new MigrationId(row.text("version").orElseThrow()), pack)
                        .with(row)
                        .recorded("", row.text("run_on").flatMap(Times::read), Optional.empty()))
                .sorted(Comparator.comparing(entry -> entry.id().value()))
                .toList();
        return new Contents(entries, List.of());
    }

    private static Optional<Table> table(ForeignTables tables, Pack pack) {
        return HistoryTables.find(tables, pack, "__diesel_schema_migrations")
                .filter(table -> table.hasOnly("version", "run_on"));
    }
}
