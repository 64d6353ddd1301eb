package dev.palindrome.adapters.files.sqitch;

import dev.palindrome.adapters.files.source.ForeignLocks;
import dev.palindrome.adapters.files.source.Times;
import dev.palindrome.adapters.files.sqitch.SqitchProject.ScriptKind;
import dev.palindrome.spi.ForeignHistory;
import dev.palindrome.spi.ForeignTables;
import dev.palindrome.spi.ForeignTables.Table;
import dev.palindrome.spi.MigrationId;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Sqitch's registry: a schema or database named {@code sqitch}, unless the setting {@code registry} or {@code sqitch.conf} says
 * otherwise, or tables beside those of the app. Changes are known by their ids, and by their names where the plan was edited
 * after they were deployed.
 *
 * <p>With SQLite, sqitch keeps its registry in a file of its own, {@code sqitch.db}. This database is all that can be looked at,
 * so the registry's tables have to be copied into it before.
 */
public final class SqitchHistory implements ForeignHistory {
    private static final String CHANGES = "changes";
    private static final long LOCK = 75_474_063;

    /** For ServiceLoader. */
    public SqitchHistory() {}

    @Override
    public String tool() {
        return "sqitch";
    }

    @Override
    public boolean isThere(ForeignTables tables, Pack pack) {
        return table(tables, registry(pack), CHANGES).isPresent();
    }

    private static String registry(Pack pack) {
        return pack.folder()
                .map(folder -> new SqitchReader(folder).project().registry())
                .orElseGet(() -> pack.setting("registry").orElse("sqitch"));
    }

    /** In the registry's schema, or beside the tables of the app. */
    private static Optional<Table> table(ForeignTables tables, String registry, String name) {
        return tables.find(registry + "." + name)
                .or(() -> tables.find(name))
                .filter(table -> !name.equals(CHANGES)
                        || table.has("change_id", "script_hash", "change", "project", "planner_email"));
    }

    @Override
    public Contents read(ForeignTables tables, Pack pack) {
        return new Reading(tables, pack).contents();
    }

    /** One reading of one registry. */
    private static final class Reading {
        private final ForeignTables tables;
        private final Pack pack;
        private final String registry;
        private final Optional<SqitchReader> reader;
        private final Optional<Plan> plan;
        private final List<Problem> problems = new ArrayList<>();
        private final Map<String, Integer> seen = new HashMap<>();
        private boolean isByName;
        private Optional<Change> latest = Optional.empty();

        Reading(ForeignTables tables, Pack pack) {
            this.tables = tables;
            this.pack = pack;
            this.registry = registry(pack);
            this.reader = pack.folder().map(SqitchReader::new);
            this.plan = reader.flatMap(SqitchReader::plan);
        }

        Contents contents() {
            List<Entry> entries = new ArrayList<>();
            Map<String, List<String>> tags = tags();
            rows(CHANGES, "committed_at").stream()
                    .filter(this::isOfProject)
                    .forEach(row ->
                            entries.add(entry(row).tagged(tags.getOrDefault(text(row, "change_id"), List.of()))));
            failed().ifPresent(problems::add);
            ForeignLocks.problem("sqitch", isLocked()).ifPresent(problems::add);
            return new Contents(entries, problems);
        }

        private boolean isLocked() {
            ForeignLocks locks = new ForeignLocks(tables, pack);
            return locks.hasAdvisory(LOCK, LOCK)
                    || (locks.isMysql() && locks.hasNamed("sqitch working on " + locks.name("DATABASE()")));
        }

        private Entry entry(Row row) {
            String name = text(row, "change");
            int instance = seen.merge(name, 1, Integer::sum);
            Optional<Change> byId = plan.flatMap(p -> p.withId(text(row, "change_id")));
            Optional<Change> change = byId.or(() -> plan.flatMap(p -> p.named(name, instance)));
            MigrationId id = change.map(Change::migrationId).orElseGet(() -> Change.migrationId(name, instance));
            Entry entry = Entry.of(id, pack)
                    .with(row)
                    .recorded(text(row, "note").lines().findFirst().orElse(""), time(row), row.text("committer_name"));
            if (byId.isEmpty() && change.isPresent()) {
                isByName = true;
                problems.add(
                        Problem.warning(
                                SqitchCodes.PLAN_EDITED,
                                "The change '" + id + "' was deployed with the id " + text(row, "change_id")
                                        + ", the plan now gives it "
                                        + change.get().id()
                                        + ": its line, or one above it, was edited since. It is taken for the one of that name."));
            }
            change.flatMap(this::outOfOrder).ifPresent(problems::add);
            return isChanged(change, row) ? entry.matching(Match.CHANGED) : entry;
        }

        /** Names alone tell changes apart only while they come in the order in which they were deployed. */
        private Optional<Problem> outOfOrder(Change change) {
            Optional<Change> before = latest;
            latest = Optional.of(change);
            return before.filter(other -> isByName && other.line() > change.line())
                    .map(
                            other -> Problem.error(
                                    SqitchCodes.PLAN_ORDER,
                                    "'" + change.migrationId() + "' was deployed after '" + other.migrationId()
                                            + "', and the plan has it before that. Where ids differ, changes are known by their names,"
                                            + " and only in the order in which they were deployed. Put that order back into the plan."));
        }

        private boolean isChanged(Optional<Change> change, Row row) {
            Optional<String> hash = row.text("script_hash");
            Optional<String> script = change.filter(
                            c -> pack.find(c.migrationId()).isPresent())
                    .flatMap(c -> reader.flatMap(r -> r.script(c, ScriptKind.DEPLOY)))
                    .map(file -> file.text());
            return hash.isPresent()
                    && script.isPresent()
                    && !hash.get().equals(ChangeId.ofScript(script.get()))
                    && !hash.get().equals(ChangeId.ofScript("\uFEFF" + script.get()));
        }

        private Map<String, List<String>> tags() {
            return rows("tags", "committed_at").stream()
                    .filter(this::isOfProject)
                    .collect(Collectors.groupingBy(
                            row -> text(row, "change_id"),
                            Collectors.mapping(row -> text(row, "tag").replaceFirst("^@", ""), Collectors.toList())));
        }

        /** After a failure, sqitch takes back what else it has deployed in the same run, unless told otherwise. */
        private Optional<Problem> failed() {
            List<Row> events = rows("events", "committed_at").stream()
                    .filter(this::isOfProject)
                    .toList();
            Optional<Row> failure = Optional.empty();
            for (Row event : events) {
                failure = switch (text(event, "event")) {
                    case "fail" -> Optional.of(event);
                    case "deploy" -> Optional.empty();
                    default -> failure;
                };
            }
            return failure.map(
                    row -> Problem.error(
                            SqitchCodes.FAILED,
                            "Change '" + text(row, "change")
                                    + "' failed and nothing was deployed since, says sqitch, so a part of it may be there. Take that"
                                    + " away and run 'sqitch deploy', or record it with 'sqitch deploy --log-only' if it is whole."));
        }

        private boolean isOfProject(Row row) {
            return plan.isEmpty() || text(row, "project").equals(plan.get().project());
        }

        private List<Row> rows(String name, String orderBy) {
            return table(tables, registry, name)
                    .map(table -> tables.rows(table, orderBy))
                    .orElse(List.of());
        }

        private static Optional<Instant> time(Row row) {
            return row.text("committed_at").flatMap(Times::read);
        }

        private static String text(Row row, String column) {
            return row.text(column).orElse("");
        }
    }
}
