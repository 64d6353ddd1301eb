package dev.palindrome.adapters.files.liquibase;

import dev.palindrome.adapters.files.source.HistoryTables;
import dev.palindrome.adapters.files.source.Times;
import dev.palindrome.spi.ForeignHistory;
import dev.palindrome.spi.ForeignTables;
import dev.palindrome.spi.ForeignTables.Table;
import dev.palindrome.spi.MigrationId;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Liquibase's table {@code DATABASECHANGELOG}. A row is the changeset of its id, author and file; Liquibase may know the file
 * from a folder further up, so leading folders are taken away until the pack has it. Liquibase's checksums are over its own model
 * of a changeset and say nothing here.
 */
public final class LiquibaseHistory implements ForeignHistory {
    private static final String TABLE = "DATABASECHANGELOG";
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
        for (Row row : rows) {
            List<String> tags =
                    tag(row).filter(tag -> tagged.get(tag) == row).stream().toList();
            entries.add(entry(row, pack).tagged(tags));
        }
        return new Contents(entries, locked(tables, pack).stream().toList());
    }

    private static Entry entry(Row row, Pack pack) {
        String file = ChangesetId.normal(text(row, "FILENAME"));
        MigrationId id = id(file, row);
        String rest = file;
        while (pack.find(id(rest, row)).isEmpty() && rest.indexOf('/') >= 0) {
            rest = rest.substring(rest.indexOf('/') + 1);
        }
        MigrationId found = id(rest, row);
        Entry entry = Entry.of(pack.find(found).isPresent() ? found : id, pack)
                .with(row)
                .recorded(comments(row), row.text("DATEEXECUTED").flatMap(Times::read), Optional.empty());
        return RAN.contains(text(row, "EXECTYPE")) ? entry : entry.matching(Match.UNKNOWN);
    }

    private static MigrationId id(String file, Row row) {
        return new ChangesetId(file, text(row, "ID"), text(row, "AUTHOR")).migrationId();
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
        String name = pack.setting(HistoryTables.SETTING).orElse(TABLE) + "LOCK";
        return tables.find(name)
                .filter(table -> table.has("LOCKED", "LOCKEDBY"))
                .flatMap(table -> tables.rows(table).stream()
                        .filter(row -> row.flag("LOCKED").orElse(false))
                        .findFirst())
                .map(row -> Problem.error(
                        LiquibaseCodes.LOCKED,
                        "Liquibase's lock is held by " + text(row, "LOCKEDBY") + " since " + text(row, "LOCKGRANTED")
                                + ", so it is at work, or died at it. Wait until it is done; if it died, look at what it left"
                                + " and run 'liquibase release-locks'."));
    }
}
