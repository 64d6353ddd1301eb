package dev.palindrome.adapters.files.play;

import dev.palindrome.adapters.files.source.Findings;
import dev.palindrome.adapters.files.source.HistoryTables;
import dev.palindrome.adapters.files.source.Line;
import dev.palindrome.adapters.files.source.SourceFile;
import dev.palindrome.adapters.files.source.Times;
import dev.palindrome.spi.ForeignHistory;
import dev.palindrome.spi.ForeignTables;
import dev.palindrome.spi.ForeignTables.Table;
import dev.palindrome.spi.FormatSettings;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.MigrationFolder;
import dev.palindrome.spi.MigrationId;
import dev.palindrome.spi.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The history of Play Evolutions, {@code play_evolutions}: a row for each evolution that was applied, with both of its scripts.
 * What takes it back is taken from the row, since that is what ran.
 */
public final class PlayHistory implements ForeignHistory {
    private static final String USUAL = "play_evolutions";

    /** For ServiceLoader. */
    public PlayHistory() {}

    @Override
    public String tool() {
        return "play";
    }

    @Override
    public boolean isThere(ForeignTables tables, Pack pack) {
        return table(tables, pack).isPresent();
    }

    @Override
    public Contents read(ForeignTables tables, Pack pack) {
        Findings findings = new Findings();
        List<Entry> entries = new ArrayList<>();
        Table table = table(tables, pack).orElseThrow();
        for (Row row : tables.rows(table, "id")) {
            String id = row.text("id").orElseThrow();
            String state = row.text("state").orElse("");
            if (!state.equals("applied")) {
                findings.error(
                        PlayCodes.UNFINISHED,
                        "Evolution " + id + " is '" + state + "' in " + table.name() + ", not 'applied'"
                                + row.text("last_problem")
                                        .filter(problem -> !problem.isBlank())
                                        .map(problem -> ": " + problem.strip())
                                        .orElse("")
                                + ". Resolve it with Play first.",
                        Location.of(table.name().toString()));
            } else {
                findings.collect(() -> entries.add(entry(row, id, table, pack, findings)));
            }
        }
        return new Contents(entries, findings.list());
    }

    private static Entry entry(Row row, String id, Table table, Pack pack, Findings findings) {
        Evolution evolution =
                new Evolution(List.of(), lines(row.text("apply_script")), lines(row.text("revert_script")));
        Entry entry = Entry.of(new MigrationId(id), pack)
                .with(row)
                .recorded("", row.text("applied_at").flatMap(Times::read), Optional.empty())
                .ran(PlayReader.migration(
                                id,
                                evolution,
                                table.name() + ", id " + id,
                                pack.folder().map(MigrationFolder::settings).orElse(FormatSettings.NONE),
                                findings)
                        .build());
        boolean isChanged = entry.match() == Match.APPLIED
                && hash(entry.id(), pack)
                        .filter(hash -> !row.text("hash").equals(Optional.of(hash)))
                        .isPresent();
        return isChanged ? entry.matching(Match.CHANGED) : entry;
    }

    private static List<Line> lines(Optional<String> script) {
        return new SourceFile(script.orElse(""), "").lines();
    }

    /** {@return what Play would know the pack's evolution by; empty if it comes from a jar} */
    private static Optional<String> hash(MigrationId id, Pack pack) {
        return pack.folder()
                .flatMap(folder -> folder.fileNames().stream()
                        .filter(fileName -> PlayName.parse(fileName)
                                .filter(name -> name.id().equals(id))
                                .isPresent())
                        .min(Comparator.comparingInt(String::length))
                        .map(fileName ->
                                Evolution.of(SourceFile.read(folder, fileName)).hash()));
    }

    private static Optional<Table> table(ForeignTables tables, Pack pack) {
        return HistoryTables.find(tables, pack, USUAL)
                .filter(table -> table.has(
                        "id", "hash", "applied_at", "apply_script", "revert_script", "state", "last_problem"));
    }
}
