package dev.palindrome.adapters.files.play;

import dev.palindrome.adapters.files.source.Findings;
import dev.palindrome.adapters.files.source.ForeignLocks;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;

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
        Reading reading = new Reading(pack, table(tables, pack).orElseThrow());
        tables.rows(reading.table, "id").forEach(reading::add);
        ForeignLocks.problem("play", isLocked(tables, pack)).ifPresent(reading.findings::add);
        return new Contents(reading.entries, reading.findings.list());
    }

    /** Play locks only when it is told to. */
    private static boolean isLocked(ForeignTables tables, Pack pack) {
        return tables.find(pack.setting("lockTable").orElse(USUAL + "_lock"))
                .filter(table -> table.hasOnly("lock"))
                .filter(new ForeignLocks(tables, pack)::hasLockedRow)
                .isPresent();
    }

    private static Optional<Table> table(ForeignTables tables, Pack pack) {
        return HistoryTables.find(tables, pack, USUAL)
                .filter(table -> table.has(
                        "id", "hash", "applied_at", "apply_script", "revert_script", "state", "last_problem"));
    }

    /** One reading of one table. */
    private static final class Reading {
        private final Pack pack;
        private final Table table;
        private final FormatSettings settings;
        private final Map<MigrationId, String> fileNames = new HashMap<>();
        private final Findings findings = new Findings();
        private final List<Entry> entries = new ArrayList<>();

        Reading(Pack pack, Table table) {
            this.pack = pack;
            this.table = table;
            this.settings = pack.folder().map(MigrationFolder::settings).orElse(FormatSettings.NONE);
            pack.folder()
                    .map(MigrationFolder::fileNames)
                    .orElse(List.of())
                    .forEach(fileName -> PlayName.parse(fileName)
                            .ifPresent(name -> fileNames.merge(
                                    name.id(),
                                    fileName,
                                    BinaryOperator.minBy(Comparator.comparingInt(String::length)))));
        }

        void add(Row row) {
            String id = row.text("id").orElseThrow();
            String state = row.text("state").orElse("");
            if (state.equals("applied")) {
                findings.collect(() -> entries.add(entry(row, id)));
                return;
            }
            findings.error(
                    PlayCodes.UNFINISHED,
                    "Evolution " + id + " is '" + state + "' in " + table.name() + ", not 'applied'"
                            + row.text("last_problem")
                                    .filter(problem -> !problem.isBlank())
                                    .map(problem -> ": " + problem.strip())
                                    .orElse("")
                            + ". Resolve it with Play first.",
                    Location.of(table.name().toString()));
        }

        private Entry entry(Row row, String id) {
            Evolution evolution =
                    new Evolution(List.of(), lines(row.text("apply_script")), lines(row.text("revert_script")));
            Entry entry = Entry.of(new MigrationId(id), pack)
                    .with(row)
                    .recorded("", row.text("applied_at").flatMap(Times::read), Optional.empty())
                    .ran(PlayReader.migration(id, evolution, table.name() + ", id " + id, settings, findings)
                            .build());
            boolean isChanged = entry.match() == Match.APPLIED
                    && hash(entry.id())
                            .filter(hash -> !row.text("hash").equals(Optional.of(hash)))
                            .isPresent();
            return isChanged ? entry.matching(Match.CHANGED) : entry;
        }

        private static List<Line> lines(Optional<String> script) {
            return new SourceFile(script.orElse(""), "").lines();
        }

        /** {@return what Play would know the pack's evolution by; empty if it comes from a jar} */
        private Optional<String> hash(MigrationId id) {
            return pack.folder()
                    .flatMap(folder -> Optional.ofNullable(fileNames.get(id))
                            .map(fileName -> Evolution.of(SourceFile.read(folder, fileName))
                                    .hash()));
        }
    }
}
