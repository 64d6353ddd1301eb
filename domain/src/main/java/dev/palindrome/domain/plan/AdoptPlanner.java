package dev.palindrome.domain.plan;

import dev.palindrome.domain.app.App;
import dev.palindrome.domain.history.History;
import dev.palindrome.domain.problem.Codes;
import dev.palindrome.spi.Checksum;
import dev.palindrome.spi.Direction;
import dev.palindrome.spi.ForeignHistory;
import dev.palindrome.spi.ForeignHistory.Entry;
import dev.palindrome.spi.ForeignHistory.Match;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationId;
import dev.palindrome.spi.MigrationRef;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.catalogue.ObjectName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Plans to record what another tool has run, in the order in which it did. It runs nothing; the reversals are stored as they
 * would be if Palindrome had recorded the migrations itself.
 */
public final class AdoptPlanner implements Planner {
    private final App app;
    private final String tool;
    private final ForeignHistory.Pack pack;
    private final ForeignHistory.Contents contents;
    private final Function<Entry, String> origins;

    /**
     * A planner for one foreign history.
     *
     * @param app the app that adopts
     * @param tool the tool's name
     * @param pack the app's migrations
     * @param contents what the tool's history holds
     * @param origins writes an entry down, for keeping
     */
    public AdoptPlanner(
            App app,
            String tool,
            ForeignHistory.Pack pack,
            ForeignHistory.Contents contents,
            Function<Entry, String> origins) {
        this.app = app;
        this.tool = tool;
        this.pack = pack;
        this.contents = contents;
        this.origins = origins;
    }

    @Override
    public Plan plan(Ground ground) {
        History history = ground.history();
        List<Problem> problems = new ArrayList<>(app.problems());
        problems.addAll(contents.problems());
        List<Step> steps = new ArrayList<>();
        Map<MigrationRef, Entry> seen = new HashMap<>();
        for (Entry entry : contents.entries()) {
            MigrationRef ref = app.ref(entry.id());
            finding(entry).ifPresent(problems::add);
            if (entry.match() == Match.UNKNOWN) {
                continue;
            }
            Optional<Entry> before = Optional.ofNullable(seen.putIfAbsent(ref, entry));
            before.map(first -> twice(first, entry)).ifPresent(problems::add);
            if (before.isEmpty() && !history.has(ref)) {
                steps.add(step(entry, ref, ground));
            }
        }
        problems.addAll(missing(steps, ground));
        return Plan.of(
                Course.ADOPT,
                steps,
                problems,
                contents.entries().isEmpty()
                        ? "Nothing to adopt: the history of " + tool + " is empty."
                        : "Nothing to adopt: the history already has all that " + tool + " has run.",
                history);
    }

    private Step step(Entry entry, MigrationRef ref, Ground ground) {
        Optional<Migration> here = pack.find(entry.id());
        String origin = origins.apply(entry);
        Migration migration = entry.asRan().or(() -> here).orElseGet(() -> gone(entry));
        PlannedReversal reversal = new PlannedReversal.Planning(
                        migration, app.version().orElse(""), ground.adapter(), ground.catalogue())
                .recorded();
        Step.Work work = Step.Work.recordOnly(note(entry));
        return new Step(
                Direction.FORWARDS,
                ref,
                here.map(Migration::description).filter(text -> !text.isBlank()).orElse(entry.description()),
                reversal.foreseen().isThere()
                        ? work
                        : work.noting(
                                "it can't be reversed: " + reversal.foreseen().reason()),
                entry.match() == Match.APPLIED && here.isPresent()
                        ? here.get().checksum()
                        : entry.asRan().map(Migration::checksum).orElse(Checksum.of(origin)),
                new Ending.Adopted(reversal, entry, origin),
                Optional.empty(),
                List.of());
    }

    private Problem twice(Entry first, Entry second) {
        return Problem.error(
                Codes.ADOPT_TWICE,
                "The history of " + tool + " has migration '" + first.id() + "' twice, " + ran(first) + " and "
                        + ran(second)
                        + ". Only one of these rows can be this migration: find out which, and take the other one "
                        + "out of that history first.");
    }

    /** The tool's history says what the tool has done, and nothing of what was taken back without it. */
    private List<Problem> missing(List<Step> steps, Ground ground) {
        List<Migration> ran = contents.entries().stream()
                .filter(entry -> entry.match() != Match.UNKNOWN)
                .flatMap(entry -> entry.asRan().or(() -> pack.find(entry.id())).stream())
                .toList();
        Map<MigrationId, ObjectName> missing =
                MissingObjects.of(ran, ground.adapter().dialect(), ground.catalogue());
        return steps.stream()
                .map(step -> step.migration().id())
                .filter(missing::containsKey)
                .map(id -> Problem.warning(
                        Codes.ADOPT_TAKEN_BACK,
                        "Migration '" + id + "' made '" + missing.get(id) + "', which isn't in the database. If it was "
                                + "taken back since, such as by 'palindrome backwards', don't adopt it: " + tool
                                + " doesn't know of that. Take its row out of that history first."))
                .toList();
    }

    private Migration gone(Entry entry) {
        return Migration.id(entry.id().value())
                .irreversible("no pack had it when it was adopted from " + tool)
                .build();
    }

    private String note(Entry entry) {
        String match = switch (entry.match()) {
            case APPLIED -> "applied";
            case CHANGED -> "applied, and changed since";
            case MISSING -> "applied, and missing here";
            case UNKNOWN -> "unknown";
        };
        return match + ": " + tool + " ran it " + ran(entry)
                + entry.ranBy().map(user -> ", as " + user).orElse("") + "; nothing is run";
    }

    private static String ran(Entry entry) {
        return entry.knownAs().map(name -> "as '" + name + "' ").orElse("")
                + entry.ranOn().map(time -> "on " + time).orElse("at a time that it doesn't record");
    }

    /** What a reader should know before agreeing; what is dirty or failed the reader of the history has reported itself. */
    private Optional<Problem> finding(Entry entry) {
        return switch (entry.match()) {
            case APPLIED -> Optional.empty();
            case CHANGED ->
                Optional.of(Problem.warning(
                        Codes.ADOPT_CHANGED,
                        "Migration '" + entry.id() + "' was changed after " + tool
                                + " ran it, says its checksum there. It will count as changed; once you have looked at "
                                + "it, 'palindrome repair " + app.name() + "' accepts it as it is."));
            case MISSING ->
                Optional.of(Problem.warning(
                        Codes.ADOPT_MISSING,
                        "Migration '" + entry.id() + "' was run by " + tool
                                + ", and no pack of app '" + app.name()
                                + "' has it. Bring back its file before adopting, or it "
                                + (entry.asRan().isPresent()
                                        ? "will be known by the reversal that the history keeps."
                                        : "can't be reversed.")));
            case UNKNOWN ->
                Optional.of(Problem.warning(
                        Codes.ADOPT_UNKNOWN,
                        "The row '" + entry.id() + "' in the history of " + tool
                                + " is no migration that can be adopted"
                                + (entry.description().isBlank() ? "" : " (" + entry.description() + ")")
                                + ". It is left out."));
        };
    }
}
