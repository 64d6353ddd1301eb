package dev.palindrome.domain.plan;

import dev.palindrome.domain.app.App;
import dev.palindrome.domain.app.Apps;
import dev.palindrome.domain.history.History;
import dev.palindrome.domain.journal.Progress;
import dev.palindrome.domain.plan.Selection.Pending;
import dev.palindrome.domain.problem.Codes;
import dev.palindrome.spi.Direction;
import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationId;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Plans forwards: what is pending, each migration after those that it depends on. An app's dependencies go forwards before
 * it, in the same plan.
 */
public final class ForwardsPlanner implements Planner {
    private final Apps apps;
    private final String appName;
    private final Target target;
    private final boolean fake;

    /**
     * A planner for one request.
     *
     * @param appName an app, or {@code all}
     * @param target how far to go in that app
     * @param fake whether to record without running
     */
    public ForwardsPlanner(Apps apps, String appName, Target target, boolean fake) {
        this.apps = apps;
        this.appName = appName;
        this.target = target;
        this.fake = fake;
    }

    @Override
    public Plan plan(Ground ground) {
        if (target instanceof Target.Only || target instanceof Target.Tag) {
            throw new ProblemException(
                    Problem.error(Codes.TARGET_INVALID, "One migration alone, and a tag, are targets backwards only."));
        }
        History history = ground.history();
        List<App> wanted = apps.named(appName);
        Selection selection = new Selection(apps, wanted, history, fake);
        pending(wanted, history).forEach(selection::require);
        selection.checkTouchedApps();
        List<Problem> problems = new ArrayList<>(selection.problems());
        problems.addAll(unknownHalfDone(wanted, history));
        List<Step> steps = new ArrayList<>();
        WorkCompiler compiler = new WorkCompiler(ground.adapter(), ground.catalogue());
        HalfDone halfDone = new HalfDone(apps, ground, compiler);
        Repetition repetition = new Repetition(history, selection.ordered());
        for (Progress progress : halfReversed(wanted, history)) {
            try {
                steps.add(again(progress, halfDone, history));
            } catch (ProblemException e) {
                problems.addAll(e.problems());
            }
        }
        for (Pending pending : selection.ordered()) {
            try {
                Optional<Progress> progress = history.halfDone(pending.ref());
                steps.add(
                        progress.isPresent()
                                ? goOn(pending, progress.get(), halfDone, ground, repetition)
                                : step(pending, compiler, ground, repetition));
            } catch (ProblemException e) {
                problems.addAll(e.problems());
            }
        }
        return Plan.of(Course.FORWARDS, steps, problems, nothingToDo(wanted), history);
    }

    /** What is half reversed comes first: the migrations after it may need it. */
    private List<Progress> halfReversed(List<App> wanted, History history) {
        Set<String> names = touched(wanted);
        return history.halfDone().stream()
                .filter(progress -> progress.half() == Direction.BACKWARDS
                        && history.has(progress.migration())
                        && names.contains(progress.migration().appName()))
                .toList();
    }

    /** Nobody can go on with what no pack has; nothing else should run before it is taken back. */
    private List<Problem> unknownHalfDone(List<App> wanted, History history) {
        Set<String> names = touched(wanted);
        return history.halfDone().stream()
                .filter(progress -> progress.half() == Direction.FORWARDS
                        && names.contains(progress.migration().appName())
                        && apps.find(progress.migration()).isEmpty())
                .map(progress -> Problem.error(
                        Codes.JOURNAL_HALF_DONE,
                        progress.problem().message() + " No pack has it, so first take it back, or add its pack."))
                .toList();
    }

    private Set<String> touched(List<App> wanted) {
        Set<String> names = new TreeSet<>();
        for (App app : wanted) {
            names.add(app.name());
            names.addAll(apps.dependenciesOf(app.name()));
        }
        return names;
    }

    private Step again(Progress progress, HalfDone halfDone, History history) {
        requireNoFake(progress);
        HistoryEntry entry = history.find(progress.migration()).orElseThrow();
        return new Step(
                Direction.FORWARDS,
                progress.migration(),
                entry.description(),
                halfDone.again(progress, entry),
                entry.checksum(),
                new Ending.Unchanged(),
                Optional.of(progress),
                List.of());
    }

    private Step goOn(Pending pending, Progress progress, HalfDone halfDone, Ground ground, Repetition repetition) {
        requireNoFake(progress);
        Migration migration = pending.migration();
        PlannedReversal.Planning planning = new PlannedReversal.Planning(
                repetition.reversible(pending),
                pending.app().version().orElse(""),
                ground.adapter(),
                ground.catalogue());
        return new Step(
                Direction.FORWARDS,
                pending.ref(),
                migration.description(),
                halfDone.left(progress, migration),
                migration.checksum(),
                repetition.ending(pending.ref(), planning.derivedWhenItRuns()),
                Optional.of(progress),
                List.of());
    }

    private void requireNoFake(Progress progress) {
        if (fake) {
            throw new ProblemException(
                    Problem.error(Codes.JOURNAL_TURNED, progress.problem().message()));
        }
    }

    private List<Pending> pending(List<App> wanted, History history) {
        List<Pending> pending = new ArrayList<>();
        for (App app : wanted) {
            for (Migration migration : upTo(app)) {
                if (history.isPending(app.ref(migration.id()), migration)) {
                    pending.add(new Pending(app, migration));
                }
            }
        }
        if (target instanceof Target.Id id) {
            requireKnown(wanted, id.id(), history);
            return wanted.stream().anyMatch(app -> hasRun(app, id.id(), history)) ? List.of() : pending;
        }
        return target instanceof Target.Count count && pending.size() > count.steps()
                ? pending.subList(0, count.steps())
                : pending;
    }

    private static boolean hasRun(App app, MigrationId id, History history) {
        return history.has(app.ref(id))
                && app.find(id)
                        .filter(migration -> history.isPending(app.ref(id), migration))
                        .isEmpty();
    }

    /** The app's migrations as far as the target reaches. */
    private List<Migration> upTo(App app) {
        if (!(target instanceof Target.Id id)) {
            return app.migrations();
        }
        Optional<Migration> last = app.find(id.id());
        return last.map(m -> app.migrations().subList(0, app.migrations().indexOf(m) + 1))
                .orElse(List.of());
    }

    private void requireKnown(List<App> wanted, MigrationId id, History history) {
        List<App> having = wanted.stream()
                .filter(app -> app.find(id).isPresent() || history.has(app.ref(id)))
                .toList();
        if (having.size() == 1) {
            return;
        }
        String message = having.isEmpty()
                ? "App '" + appName + "' has no migration '" + id + "'. " + listing(wanted)
                : "Several apps have a migration '" + id + "': "
                        + String.join(", ", having.stream().map(App::name).toList())
                        + ". Name the app that you mean instead of 'all'.";
        throw new ProblemException(Problem.error(Codes.MIGRATION_UNKNOWN, message));
    }

    private static String listing(List<App> wanted) {
        List<String> ids = wanted.stream()
                .flatMap(app -> app.migrations().stream())
                .map(m -> m.id().value())
                .toList();
        return ids.isEmpty() ? "It has none." : Listing.of("There is", ids);
    }

    private String nothingToDo(List<App> wanted) {
        if (target instanceof Target.Id id) {
            return "Nothing to do: migration '" + id.id() + "' of app '" + appName + "' has already run.";
        }
        boolean empty = wanted.stream().allMatch(app -> app.migrations().isEmpty());
        String whose = appName.equals(App.ALL) ? "every app" : "app '" + appName + "'";
        return empty
                ? "Nothing to do: " + whose + " has no migrations."
                : "Nothing to do: every migration of " + whose + " has run.";
    }

    private Step step(Pending pending, WorkCompiler compiler, Ground ground, Repetition repetition) {
        Migration migration = pending.migration();
        PlannedReversal.Planning planning = new PlannedReversal.Planning(
                repetition.reversible(pending),
                pending.app().version().orElse(""),
                ground.adapter(),
                ground.catalogue());
        Step.Work work = migration.isFake()
                ? Step.Work.recordOnly("recorded only: the migration declares itself fake")
                : fake
                        ? Step.Work.recordOnly("recorded only, as asked")
                        : compiler.compile(migration, Direction.FORWARDS, planning);
        PlannedReversal reversal =
                migration.isFake() ? planning.declaredFake() : fake ? planning.recorded() : planning.watched();
        return new Step(
                Direction.FORWARDS,
                pending.ref(),
                migration.description(),
                repetition.noted(
                        pending.ref(),
                        reversal.foreseen().isThere() || !reversal.settled()
                                ? work
                                : work.noting("it can't be reversed: "
                                        + reversal.foreseen().reason())),
                migration.checksum(),
                repetition.ending(pending.ref(), reversal),
                Optional.empty(),
                List.of());
    }
}
