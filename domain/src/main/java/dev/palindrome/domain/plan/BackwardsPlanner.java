package dev.palindrome.domain.plan;

import dev.palindrome.domain.app.App;
import dev.palindrome.domain.app.Apps;
import dev.palindrome.domain.history.History;
import dev.palindrome.domain.journal.Progress;
import dev.palindrome.domain.problem.Codes;
import dev.palindrome.spi.Direction;
import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationId;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Plans backwards: the most recent migrations, in the reverse of the order in which they ran by the history's own sequence.
 * Since forwards never runs a migration before what it depends on, this is the reverse of the dependency order too.
 */
public final class BackwardsPlanner implements Planner {
    private final Apps apps;
    private final String appName;
    private final Target target;
    private final boolean clean;

    /**
     * A planner for one request.
     *
     * @param appName an app, or {@code all}
     * @param target how far to go back in that app
     * @param clean whether to delete each migration's files once it is reversed
     */
    public BackwardsPlanner(Apps apps, String appName, Target target, boolean clean) {
        this.apps = apps;
        this.appName = appName;
        this.target = target;
        this.clean = clean;
    }

    @Override
    public Plan plan(Ground ground) {
        History history = ground.history();
        Set<String> names = appNames(history);
        List<HistoryEntry> ran = new ArrayList<>(halfDone(history, names));
        history.newestFirst(names).stream()
                .filter(entry ->
                        ran.stream().noneMatch(halfDone -> halfDone.ref().equals(entry.ref())))
                .forEach(ran::add);
        List<HistoryEntry> range = range(ran);
        List<Problem> problems = new ArrayList<>(apps.problems());
        apps.inOrder().stream()
                .filter(app -> names.contains(app.name()))
                .flatMap(app -> app.problems().stream())
                .filter(BackwardsPlanner::concernsReversal)
                .forEach(problems::add);
        Dependents dependents = new Dependents(apps, ground);
        problems.addAll(dependents.declared(range));
        List<Step> steps = steps(range, apps, ground, problems);
        if (target instanceof Target.Only) {
            problems.addAll(dependents.naming(steps));
        }
        if (clean) {
            steps = steps.stream().map(step -> cleaning(step, problems)).toList();
        }
        return Plan.of(Course.BACKWARDS, steps, problems, nothingToDo(), history);
    }

    /** What stopped half-way forwards was the last to run; the history has nothing of that run but its journal. */
    static List<HistoryEntry> halfDone(History history, Set<String> names) {
        return history.halfDone().stream()
                .filter(progress -> progress.half() == Direction.FORWARDS
                        && names.contains(progress.migration().appName()))
                .map(BackwardsPlanner::entry)
                .toList();
    }

    /** An entry for what has none yet. */
    static HistoryEntry entry(Progress progress) {
        return new HistoryEntry(
                Long.MAX_VALUE,
                progress.migration().appName(),
                progress.migration().id(),
                "",
                progress.checksum(),
                progress.last().notedOn(),
                progress.last().notedBy(),
                Duration.ZERO,
                false,
                "",
                Optional.empty(),
                List.of());
    }

    private String nothingToDo() {
        String whose = appName.equals(App.ALL) ? "no migration" : "no migration of app '" + appName + "'";
        String since = target instanceof Target.Tag tag ? " after the tag '" + tag.name() + "'" : "";
        return "Nothing to reverse: " + whose + " has run" + since + ".";
    }

    /** A migration that is yet to be written stops nobody from going back. */
    private static boolean concernsReversal(Problem problem) {
        return !problem.code().equals(ProblemCodes.MIGRATION_FORWARDS_MISSING);
    }

    /** An app whose pack is gone can still be named: its history is there. */
    private Set<String> appNames(History history) {
        Set<String> names = new LinkedHashSet<>();
        if (appName.equals(App.ALL)) {
            names.addAll(history.appNames());
        } else if (history.appNames().contains(appName)) {
            names.add(appName);
        } else {
            apps.named(appName).forEach(app -> names.add(app.name()));
        }
        return names;
    }

    private List<HistoryEntry> range(List<HistoryEntry> newestFirst) {
        if (target instanceof Target.Count count) {
            return newestFirst.subList(0, Math.min(count.steps(), newestFirst.size()));
        }
        if (target instanceof Target.Id id) {
            return newestFirst.subList(0, indexOf(id.id(), newestFirst) + 1);
        }
        if (target instanceof Target.Only only) {
            return List.of(newestFirst.get(indexOf(only.id(), newestFirst)));
        }
        if (target instanceof Target.Tag tag) {
            return newestFirst.subList(0, newestFirst.indexOf(tagged(tag.name(), newestFirst)));
        }
        return newestFirst;
    }

    private HistoryEntry tagged(String tag, List<HistoryEntry> newestFirst) {
        List<HistoryEntry> found =
                newestFirst.stream().filter(entry -> entry.tags().contains(tag)).toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        List<String> tags =
                newestFirst.stream().flatMap(entry -> entry.tags().stream()).toList();
        throw new ProblemException(Problem.error(
                Codes.HISTORY_TAG,
                found.isEmpty()
                        ? "The history of app '" + appName + "' has no tag '" + tag + "'. "
                                + (tags.isEmpty()
                                        ? "It has none; set one with: palindrome tag " + appName + " " + tag
                                        : Listing.of("There is, newest first", tags))
                        : "Several apps have the tag '" + tag + "'. Name the app that you mean instead of 'all'."));
    }

    private int indexOf(MigrationId id, List<HistoryEntry> newestFirst) {
        List<HistoryEntry> found = newestFirst.stream()
                .filter(entry -> entry.migrationId().equals(id))
                .toList();
        if (found.size() == 1) {
            return newestFirst.indexOf(found.get(0));
        }
        List<String> ran =
                newestFirst.stream().map(e -> e.migrationId().value()).toList();
        String message = found.size() > 1
                ? "Several apps have run a migration '" + id + "': "
                        + String.join(
                                ", ", found.stream().map(HistoryEntry::appName).toList())
                        + ". Name the app that you mean instead of 'all'."
                : "Migration '" + id + "' of app '" + appName + "' has not run, so it can't be reversed. "
                        + (ran.isEmpty()
                                ? "None of its migrations has run."
                                : Listing.of("Have run, newest first", ran));
        throw new ProblemException(Problem.error(Codes.MIGRATION_UNKNOWN, message));
    }

    /** Reverses those entries, the first of them first; what keeps one from being reversed is added to the problems. */
    static List<Step> steps(List<HistoryEntry> entries, Apps apps, Ground ground, List<Problem> problems) {
        List<Step> steps = new ArrayList<>();
        WorkCompiler compiler = new WorkCompiler(ground.adapter(), ground.catalogue());
        Reversals reversals = new Reversals(apps, ground.adapter(), ground.seal());
        HalfDone halfDone = new HalfDone(apps, ground, compiler);
        for (HistoryEntry entry : entries) {
            Optional<Migration> migration = apps.find(entry.ref());
            Optional<Progress> progress = ground.history().halfDone(entry.ref());
            boolean hasRun = ground.history().has(entry);
            migration
                    .filter(m -> hasRun && ChangedMigration.is(entry, m))
                    .ifPresent(m -> problems.add(ChangedMigration.warning(entry, m)));
            try {
                requireFirstRun(entry, ground.history());
                steps.add(new Step(
                        Direction.BACKWARDS,
                        entry.ref(),
                        migration.map(Migration::description).orElse(entry.description()),
                        hasRun
                                ? progress.map(p -> halfDone.goOn(p, from -> reversals.work(entry, compiler, from)))
                                        .orElseGet(() -> reversals.work(entry, compiler, Resumption.NONE))
                                : halfDone.back(progress.orElseThrow()),
                        entry.checksum(),
                        hasRun ? new Ending.Forgotten(entry) : new Ending.Unchanged(),
                        progress,
                        List.of()));
            } catch (ProblemException e) {
                problems.addAll(e.problems());
            }
        }
        return steps;
    }

    /** Nobody knows what a migration that stopped when it ran again has left of its former run. */
    private static void requireFirstRun(HistoryEntry entry, History history) {
        if (history.has(entry.ref()) && !history.has(entry)) {
            throw new ProblemException(Problem.error(
                    Codes.JOURNAL_TURNED,
                    "Migration '" + entry.ref()
                            + "' stopped half-way when it ran again after a change, so it can't be taken "
                            + "back from there. Go on first: palindrome forwards "
                            + entry.appName() + "; or settle it by hand, then say so: palindrome repair "
                            + entry.appName() + " --settle whole"));
        }
    }

    private Step cleaning(Step step, List<Problem> problems) {
        return apps.find(step.migration())
                .map(m -> step.deleting(files(step, m, problems)))
                .orElse(step);
    }

    private static List<Path> files(Step step, Migration migration, List<Problem> problems) {
        if (migration.files().isEmpty()) {
            problems.add(Problem.error(
                            Codes.PLAN_NO_FILES,
                            "Migration '" + step.migration()
                                    + "' has no files of its own: it comes from a jar, or from files that "
                                    + "hold others too. So --clean has none to delete. Leave it out.")
                    .at(migration.location()));
        }
        return migration.files();
    }
}
