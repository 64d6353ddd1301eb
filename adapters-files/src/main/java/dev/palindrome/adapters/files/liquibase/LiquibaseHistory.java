package dev.palindrome.adapters.files.liquibase;

import dev.palindrome.adapters.files.source.HistoryTables;
import dev.palindrome.adapters.files.source.Times;
import dev.palindrome.spi.ForeignHistory;
import dev.palindrome.spi.ForeignTables;
import dev.palindrome.spi.ForeignTables.Table;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Liquibase's table {@code DATABASECHANGELOG}. A row is the changeset of its id, author and file. Liquibase's checksums are over
 * its own model of a changeset and say nothing here.
 */
public final class LiquibaseHistory implements ForeignHistory {
    private static final String TABLE = "DATABASECHANGELOG";
    private static final String LOCK_SETTING = "lockTable";
    private static final Set<String> RAN = Set.of("EXECUTED", "RERAN", "MARK_RAN");

    /** For ServiceLoader. */
    public LiquibaseHistory() {}

    @Override
    public String tool() {
        return "liquibase";
    }

    @Override
    public boolean isThere(ForeignTables tables, Pack pack) {
        return table(tables, pack).isPresent();
    }

    private static Optional<Table> table(ForeignTables tables, Pack pack) {
        return HistoryTables.find(tables, pack, TABLE)
                .filter(table -> table.has("ID", "AUTHOR", "FILENAME", "DATEEXECUTED", "ORDEREXECUTED", "EXECTYPE"));
    }

    @Override
    public Contents read(ForeignTables tables, Pack pack) {
        Table table = table(tables, pack).orElseThrow();
        List<Entry> entries = new ArrayList<>();
        List<Row> rows = tables.rows(table, "DATEEXECUTED", "ORDEREXECUTED");
        Map<String, Row> tagged = new HashMap<>();
        rows.forEach(row -> tag(row).ifPresent(tag -> tagged.put(tag, row)));
        KnownFiles files = new KnownFiles(pack);
        for (Row row : rows) {
            List<String> tags =
                    tag(row).filter(tag -> tagged.get(tag) == row).stream().toList();
            ChangesetId changeset = changeset(row);
            Entry entry = RAN.contains(text(row, "EXECTYPE"))
                    ? files.ran(changeset)
                    : Entry.of(files.id(changeset), pack).matching(Match.UNKNOWN);
            entries.add(entry.with(row)
                    .recorded(
                            entry.description().isEmpty() ? comments(row) : entry.description(),
                            row.text("DATEEXECUTED").flatMap(Times::read),
                            Optional.empty())
                    .tagged(tags));
        }
        return new Contents(
                entries,
                Stream.of(files.problem(), locked(tables, pack))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static ChangesetId changeset(Row row) {
        return new ChangesetId(ChangesetId.normal(text(row, "FILENAME")), text(row, "ID"), text(row, "AUTHOR"));
    }

    private static String comments(Row row) {
        return row.columns().stream().anyMatch("COMMENTS"::equalsIgnoreCase) ? text(row, "COMMENTS") : "";
    }

    /** A tag is on all rows of the moment of the last one, to the second on some databases: the last of them is meant. */
    private static Optional<String> tag(Row row) {
        return row.columns().stream().anyMatch("TAG"::equalsIgnoreCase)
                ? row.text("TAG").map(tag -> tag.strip().replaceAll("\\s+", "_"))
                : Optional.empty();
    }

    private static String text(Row row, String column) {
        return row.text(column).orElse("");
    }

    private static Optional<Problem> locked(ForeignTables tables, Pack pack) {
        return lockTables(pack).stream()
                .flatMap(name -> tables.find(name).stream())
                .filter(table -> table.has("LOCKED", "LOCKEDBY", "LOCKGRANTED"))
                .flatMap(table -> tables.rows(table).stream()
                        .filter(row -> row.flag("LOCKED").orElse(false))
                        .map(row -> Problem.error(
                                        LiquibaseCodes.LOCKED,
                                        "Liquibase's lock is held by " + text(row, "LOCKEDBY") + " since "
                                                + text(row, "LOCKGRANTED")
                                                + ", so it is at work, or died at it. Wait until it is done; if it died, look at"
                                                + " what it left and run 'liquibase release-locks'.")
                                .at(Location.of(table.name().toString()))))
                .findFirst();
    }

    /** The lock's table has an option of its own: it keeps its usual name when that of the history is another. */
    private static Set<String> lockTables(Pack pack) {
        Optional<String> said = pack.setting(LOCK_SETTING);
        if (said.isPresent()) {
            return Set.of(said.get());
        }
        String history = pack.setting(HistoryTables.SETTING).orElse(TABLE);
        String schema = history.substring(0, history.lastIndexOf('.') + 1);
        return new LinkedHashSet<>(List.of(history + "LOCK", schema + TABLE + "LOCK", TABLE + "LOCK"));
    }
}
