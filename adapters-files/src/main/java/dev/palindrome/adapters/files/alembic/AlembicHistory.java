package dev.palindrome.adapters.files.alembic;

import dev.palindrome.adapters.files.source.HistoryTables;
import dev.palindrome.spi.ForeignHistory;
import dev.palindrome.spi.ForeignTables;
import dev.palindrome.spi.ForeignTables.Table;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.MigrationId;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The history of Alembic, {@code alembic_version}: the revision that the database is at, and nothing else. A pack whose
 * migrations have the revisions for ids adopts all of them up to that one.
 */
public final class AlembicHistory implements ForeignHistory {
    private static final Problem.Code HEADS = new Problem.Code("alembic/heads", Problem.Kind.CONFLICT);
    private static final Problem.Code UNKNOWN = new Problem.Code("alembic/unknown-revision", Problem.Kind.CONFLICT);

    /** For ServiceLoader. */
    public AlembicHistory() {}

    @Override
    public String tool() {
        return "alembic";
    }

    @Override
    public boolean isThere(ForeignTables tables, Pack pack) {
        return table(tables, pack).isPresent();
    }

    @Override
    public Contents read(ForeignTables tables, Pack pack) {
        Table table = table(tables, pack).orElseThrow();
        List<Row> rows = tables.rows(table, "version_num");
        if (rows.isEmpty()) {
            return new Contents(List.of(), List.of());
        }
        if (rows.size() > 1) {
            return refused(
                    HEADS,
                    "The database is at " + rows.size()
                            + " revisions at once, so which migrations have run can't be told"
                            + " from their order. Merge the branches with Alembic first.",
                    table);
        }
        MigrationId revision = new MigrationId(rows.get(0).text("version_num").orElseThrow());
        List<Entry> entries = new ArrayList<>();
        for (MigrationId id : pack.byId().keySet()) {
            Entry entry = Entry.of(id, pack);
            if (id.equals(revision)) {
                entries.add(entry.with(rows.get(0)));
                return new Contents(entries, List.of());
            }
            entries.add(entry);
        }
        return refused(
                UNKNOWN,
                "The database is at revision '" + revision
                        + "', and no migration of the pack has this id, so which of them"
                        + " have run can't be known. Give the migration that brings the database there this id.",
                table);
    }

    private static Contents refused(Problem.Code code, String message, Table table) {
        return new Contents(
                List.of(),
                List.of(Problem.error(code, message).at(Location.of(table.name().toString()))));
    }

    private static Optional<Table> table(ForeignTables tables, Pack pack) {
        return HistoryTables.find(tables, pack, "alembic_version").filter(table -> table.hasOnly("version_num"));
    }
}
