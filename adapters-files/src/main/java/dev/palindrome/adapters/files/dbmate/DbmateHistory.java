package dev.palindrome.adapters.files.dbmate;

import dev.palindrome.adapters.files.source.HistoryTables;
import dev.palindrome.spi.ForeignHistory;
import dev.palindrome.spi.ForeignTables;
import dev.palindrome.spi.ForeignTables.Table;
import dev.palindrome.spi.MigrationFolder;
import dev.palindrome.spi.MigrationId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The history of dbmate, {@code schema_migrations}: the versions that were applied, and nothing else. When they ran, and in
 * which order, it doesn't say, so they count as having run in dbmate's own order: by the names of their files, and by the version
 * where there is no file, since that is how its name began. A table of this name and column
 * beside an {@code ar_internal_metadata} is that of Rails.
 */
public final class DbmateHistory implements ForeignHistory {

    /** For ServiceLoader. */
    public DbmateHistory() {}

    @Override
    public String tool() {
        return "dbmate";
    }

    @Override
    public boolean isThere(ForeignTables tables, Pack pack) {
        return table(tables, pack).isPresent()
                && tables.find("ar_internal_metadata").isEmpty();
    }

    @Override
    public Contents read(ForeignTables tables, Pack pack) {
        Map<MigrationId, String> fileNames = new HashMap<>();
        pack.folder()
                .map(MigrationFolder::fileNames)
                .orElse(List.of())
                .forEach(fileName ->
                        DbmateName.parse(fileName).ifPresent(name -> fileNames.put(name.version(), fileName)));
        List<Entry> entries = tables.rows(table(tables, pack).orElseThrow()).stream()
                .map(row -> Entry.of(new MigrationId(row.text("version").orElseThrow()), pack)
                        .with(row))
                .sorted(Comparator.comparing(
                        entry -> fileNames.getOrDefault(entry.id(), entry.id().value())))
                .toList();
        return new Contents(entries, List.of());
    }

    private static Optional<Table> table(ForeignTables tables, Pack pack) {
        return HistoryTables.find(tables, pack, "schema_migrations").filter(table -> table.hasOnly("version"));
    }
}
