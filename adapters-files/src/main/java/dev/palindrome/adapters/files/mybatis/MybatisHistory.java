package dev.palindrome.adapters.files.mybatis;

import dev.palindrome.adapters.files.source.Findings;
import dev.palindrome.adapters.files.source.HistoryTables;
import dev.palindrome.adapters.files.source.Times;
import dev.palindrome.spi.ForeignHistory;
import dev.palindrome.spi.ForeignTables;
import dev.palindrome.spi.ForeignTables.Table;
import dev.palindrome.spi.MigrationId;
import dev.palindrome.spi.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The history of MyBatis Migrations, {@code CHANGELOG}: a row for each script that was applied, by its number. The table is made
 * by the first of the scripts. It knows neither failures nor checksums.
 */
public final class MybatisHistory implements ForeignHistory {

    /** For ServiceLoader. */
    public MybatisHistory() {}

    @Override
    public String tool() {
        return "mybatis";
    }

    @Override
    public boolean isThere(ForeignTables tables, Pack pack) {
        return table(tables, pack).isPresent();
    }

    @Override
    public Contents read(ForeignTables tables, Pack pack) {
        List<Entry> entries = new ArrayList<>();
        for (Row row : tables.rows(table(tables, pack).orElseThrow(), "id")) {
            MigrationId id = MybatisName.id(new BigDecimal(row.text("id").orElseThrow()));
            entries.add(Entry.of(id, pack)
                    .with(row)
                    .recorded(
                            row.text("description").orElse(""),
                            row.text("applied_at").flatMap(Times::read),
                            Optional.empty()));
        }
        return new Contents(entries, List.of());
    }

    private static Optional<Table> table(ForeignTables tables, Pack pack) {
        String usual = pack.folder()
                .map(folder -> MybatisOptions.of(folder, new Findings()).changelog())
                .orElse(MybatisOptions.CHANGELOG);
        return HistoryTables.find(tables, pack, usual)
                .filter(table -> table.hasOnly("id", "applied_at", "description"));
    }
}
