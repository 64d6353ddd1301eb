package dev.palindrome.domain.plan;

import dev.palindrome.domain.app.App;
import dev.palindrome.domain.app.Apps;
import dev.palindrome.domain.history.History;
import dev.palindrome.domain.problem.Codes;
import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationId;
import dev.palindrome.spi.MigrationRef;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
        List<HistoryEntry> range = range(history.newestFirst(names));
        List<Problem> problems = new ArrayList<>(apps.problems());
        apps.inOrder().stream()
                .filter(app -> names.contains(app.name()))
                .flatMap(app -> app.problems().stream())
                .filter(BackwardsPlanner::concernsReversal)
                .forEach(problems::add);
        problems.addAll(dependents(range, history));
        List<Step> steps = new ArrayList<>();
        WorkCompiler compiler = new WorkCompiler(ground.adapter(), ground.catalogue());
        Reversals reversals = new Reversals(apps, ground.adapter(), ground.seal());
        for (HistoryEntry entry : range) {
            try {
                steps.add(step(entry, reversals.work(entry, compiler), problems));
            } catch (ProblemException e) {
                problems.addAll(e.problems());
            }
        }
        String nothing = appName.equals(App.ALL)
                ? "Nothing to reverse: no migration has run."
                : "Nothing to reverse: no migration of app '" + appName + "' has run.";
        return Plan.of(Direction.BACKWARDS, steps, problems, nothing, history);
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
        return newestFirst;
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

    /** What ran after a migration that goes, and may build upon it, without going itself. */
    private List<Problem> dependents(List<HistoryEntry> range, History history) {
        Map<MigrationRef, HistoryEntry> going = new HashMap<>();
        Map<String, HistoryEntry> oldestGoing = new HashMap<>();
        for (HistoryEntry entry : range) {
            going.put(entry.ref(), entry);
            oldestGoing.put(entry.appName(), entry);
        }
        Map<String, Dependents> byApp = new LinkedHashMap<>();
        for (HistoryEntry entry : history.entries()) {
            if (!going.containsKey(entry.ref())) {
                Stream.concat(
                                apps.dependenciesOf(entry.appName()).stream().map(oldestGoing::get),
                                apps.find(entry.ref()).stream()
                                        .flatMap(m -> m.dependsOn().stream())
                                        .map(going::get))
                        .filter(gone -> gone != null && gone.sequence() < entry.sequence())
                        .findFirst()
                        .ifPresent(gone -> byApp.merge(
                                entry.appName(), new Dependents(entry, gone, 1), (first, more) -> first.plusOne()));
            }
        }
        return byApp.values().stream().map(Dependents::problem).toList();
    }

    /**
     * The migrations of one app that stand in the way.
     *
     * @param oldest the first of them to have run, and so the last to be reversed
     * @param ground what it depends on
     * @param count how many there are
     */
    private record Dependents(HistoryEntry oldest, HistoryEntry ground, int count) {
        Dependents plusOne() {
            return new Dependents(oldest, ground, count + 1);
        }

        Problem problem() {
            return Problem.error(
                    Codes.PLAN_DEPENDENTS,
                    (count == 1 ? "Migration '" : count + " migrations, from '") + oldest.ref()
                            + (count == 1 ? "' ran after '" : "' on, ran after '") + ground.ref()
                            + (count == 1 ? "' and depends on it." : "' and depend on it.")
                            + " Reverse that first: palindrome backwards " + oldest.appName() + " "
                            + oldest.migrationId());
        }
    }

    private Step step(HistoryEntry entry, Step.Work work, List<Problem> problems) {
        Optional<Migration> migration = apps.find(entry.ref());
        migration
                .filter(m -> !m.checksum().equals(entry.checksum()))
                .ifPresent(m -> problems.add(ChangedMigration.warning(entry, m)));
        return new Step(
                Direction.BACKWARDS,
                entry.ref(),
                migration.map(Migration::description).orElse(entry.description()),
                work,
                entry.checksum(),
                Optional.of(entry),
                Optional.empty(),
                clean ? migration.map(m -> files(entry, m, problems)).orElse(List.of()) : List.of());
    }

    private static List<Path> files(HistoryEntry entry, Migration migration, List<Problem> problems) {
        if (migration.files().isEmpty()) {
            problems.add(Problem.error(
                            Codes.PLAN_NO_FILES,
                            "Migration '" + entry.ref() + "' comes from a jar, so --clean has no files to delete. "
                                    + "Leave --clean out.")
                    .at(migration.location()));
        }
        return migration.files();
    }
}
