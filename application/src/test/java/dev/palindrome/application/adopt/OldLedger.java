package dev.palindrome.application.adopt;

import dev.palindrome.spi.ForeignHistory;
import dev.palindrome.spi.ForeignTables;
import dev.palindrome.spi.MigrationId;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The history of a tool that was never written: {@code old_ledger(position, id, standing)}. */
public final class OldLedger implements ForeignHistory {
    private static final Problem.Code DIRTY = new Problem.Code("ledger/dirty", Problem.Kind.CONFLICT);

    @Override
    public String tool() {
        return "ledger";
    }

    @Override
    public boolean isThere(ForeignTables tables, Pack pack) {
        return tables.find("old_ledger")
                .filter(table -> table.hasOnly("position", "id", "standing"))
                .isPresent();
    }

    @Override
    public Contents read(ForeignTables tables, Pack pack) {
        List<Entry> entries = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Row row : tables.rows(tables.find("old_ledger").orElseThrow(), "position")) {
            MigrationId id = new MigrationId(row.text("id").orElseThrow());
            String standing = row.text("standing").orElseThrow();
            if (standing.equals("dirty")) {
                problems.add(Problem.error(DIRTY, "'" + id + "' is dirty. Settle it with the ledger first."));
            }
            Entry entry = Entry.of(id, pack).with(row);
            entries.add(
                    switch (standing) {
                        case "dated" ->
                            entry.recorded("", Optional.of(Instant.parse("2020-02-03T04:05:06Z")), Optional.of("anna"));
                        case "tagged" -> entry.tagged(List.of("v1"));
                        case "changed", "unknown" -> entry.matching(Match.valueOf(standing.toUpperCase(Locale.ROOT)));
                        default -> entry;
                    });
        }
        return new Contents(entries, problems);
    }
}
