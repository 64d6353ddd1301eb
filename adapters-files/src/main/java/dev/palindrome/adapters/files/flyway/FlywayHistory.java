package dev.palindrome.adapters.files.flyway;

import dev.palindrome.adapters.files.source.ForeignLocks;
import dev.palindrome.adapters.files.source.HistoryTables;
import dev.palindrome.adapters.files.source.Times;
import dev.palindrome.spi.ForeignHistory;
import dev.palindrome.spi.ForeignTables;
import dev.palindrome.spi.ForeignTables.Table;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationId;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The history of Flyway, {@code flyway_schema_history}: rows are only ever added, so what counts is what the last row of a
 * version says. A baseline stands for all versions up to it. What Flyway calls failed has to be settled with Flyway first.
 */
public final class FlywayHistory implements ForeignHistory {
    /** The table's name since version 5 of Flyway. */
    static final String TABLE = "flyway_schema_history";

    private static final long LOCK = 77_431_708_279_161L;

    private static final String FORMER_TABLE = "schema_version";

    /** For ServiceLoader. */
    public FlywayHistory() {}

    @Override
    public String tool() {
        return "flyway";
    }

    @Override
    public boolean isThere(ForeignTables tables, Pack pack) {
        return table(tables, pack).isPresent();
    }

    @Override
    public Contents read(ForeignTables tables, Pack pack) {
        Table table = table(tables, pack).orElseThrow();
        Reading reading = new Reading(pack, table);
        tables.rows(table, "installed_rank").forEach(reading::add);
        ForeignLocks.problem("flyway", isLocked(tables, pack, table)).ifPresent(reading.problems::add);
        return new Contents(List.copyOf(reading.entries.values()), reading.problems);
    }

    /** To PostgreSQL's lock Flyway adds a hash of the table's name, as it is known to the connection. */
    private static boolean isLocked(ForeignTables tables, Pack pack, Table table) {
        ForeignLocks locks = new ForeignLocks(tables, pack);
        if (locks.isMysql()) {
            String schema = table.name().schema().orElseGet(() -> locks.name("DATABASE()"));
            return locks.hasNamed(
                    "Flyway-" + ("`" + schema + "`.`" + table.name().name() + "`").hashCode());
        }
        return locks.hasAdvisory(LOCK + Integer.MIN_VALUE, LOCK + Integer.MAX_VALUE);
    }

    private static Optional<Table> table(ForeignTables tables, Pack pack) {
        String usual = pack.folder()
                .flatMap(folder -> FlywayOptions.of(folder).table())
                .orElse(TABLE);
        return HistoryTables.find(tables, pack, usual)
                .or(() -> HistoryTables.find(tables, pack, FORMER_TABLE))
                .filter(table -> table.has("installed_rank", "version", "type", "script", "checksum", "success"));
    }

    /** The rows so far: one entry for each migration that is applied as of the last of them. */
    private static final class Reading {
        private final Pack pack;
        private final Table table;
        private final Map<MigrationId, Entry> entries = new LinkedHashMap<>();
        private final List<Problem> problems = new ArrayList<>();

        Reading(Pack pack, Table table) {
            this.pack = pack;
            this.table = table;
        }

        void add(Row row) {
            try {
                enter(row);
            } catch (IllegalArgumentException e) {
                problems.add(unknown(row, "which gives the migration no id. " + e.getMessage() + "."));
            }
        }

        private void enter(Row row) {
            String type = row.text("type").orElse("").toUpperCase(Locale.ROOT);
            if (!row.flag("success").orElse(true)) {
                problems.add(failed(row));
                return;
            }
            switch (type) {
                case "SCHEMA", "TABLE" -> {} // what it did to have its history, not migrations
                case "BASELINE" -> baseline(row);
                case "SQL_BASELINE", "JDBC_BASELINE", "SCRIPT_BASELINE", "SQL_STATE_SCRIPT", "JDBC_STATE_SCRIPT" -> {
                    baseline(row);
                    put(id(row), row);
                }
                case "SQL", "JDBC", "SPRING_JDBC", "SCRIPT", "CUSTOM" -> applied(row);
                case "DELETE", "UNDO_SQL", "UNDO_JDBC", "UNDO_SCRIPT", "UNDO_CUSTOM" -> entries.remove(id(row));
                default -> problems.add(unknown(row, "of the type '" + type + "', which nobody here knows."));
            }
        }

        private void applied(Row row) {
            MigrationId id = id(row);
            Entry entry = put(id, row);
            if (isChanged(id, row)) {
                entries.put(id, entry.matching(Match.CHANGED));
            }
        }

        private Entry put(MigrationId id, Row row) {
            entries.remove(id); // a repeatable one that ran again has its place where it ran last
            Entry entry = recorded(id, row, row.text("description").orElse(""));
            entries.put(id, entry);
            return entry;
        }

        private Entry recorded(MigrationId id, Row row, String description) {
            return Entry.of(id, pack)
                    .with(row)
                    .recorded(description, row.text("installed_on").flatMap(Times::read), row.text("installed_by"));
        }

        /** All versions of the pack up to that one count as applied, with no row of their own. */
        private void baseline(Row row) {
            FlywayVersion upTo = version(row.text("version").orElse(""));
            for (Migration migration : pack.migrations()) {
                boolean isIncluded = FlywayVersion.parse(migration.id().value())
                        .filter(version -> version.compareTo(upTo) <= 0)
                        .isPresent();
                if (isIncluded) {
                    entries.putIfAbsent(migration.id(), recorded(migration.id(), row, migration.description()));
                }
            }
        }

        /** {@return the id of a row's migration; where it has none, the exception says why} */
        private static MigrationId id(Row row) {
            if (row.text("version").isPresent()) {
                return version(row.text("version").get()).id();
            }
            return row.text("description")
                    .filter(text -> !text.isBlank())
                    .map(FlywayReader::repeatableId)
                    .orElseThrow(() -> new IllegalArgumentException("It has neither a version nor a description"));
        }

        private static FlywayVersion version(String text) {
            return FlywayVersion.parse(text)
                    .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no version"));
        }

        /** What a script's checksum is over is also what tells our own whether it changed. */
        private boolean isChanged(MigrationId id, Row row) {
            OptionalLong recorded = row.number("checksum");
            return recorded.isPresent()
                    && pack.folder().isPresent()
                    && pack.find(id)
                            .filter(migration -> migration.forwards().size() == 1)
                            .map(migration -> FlywayChecksum.of(
                                    migration.forwards().get(0).fingerprint()))
                            .filter(now -> now != recorded.getAsLong())
                            .isPresent();
        }

        private Problem failed(Row row) {
            return Problem.error(
                            FlywayCodes.FAILED,
                            "Flyway's history says that '" + row.text("script").orElse("")
                                    + "' failed. What it left half-done has to be settled first: put the database right, then run "
                                    + "'flyway repair', then adopt.")
                    .at(Location.of(table.name() + ", installed_rank "
                            + row.text("installed_rank").orElse("")));
        }

        private Problem unknown(Row row, String what) {
            return Problem.error(
                            FlywayCodes.UNKNOWN_ROW,
                            "Flyway's history has a row " + what + " Look what it stands for: " + row)
                    .at(Location.of(table.name() + ", installed_rank "
                            + row.text("installed_rank").orElse("")));
        }
    }
}
