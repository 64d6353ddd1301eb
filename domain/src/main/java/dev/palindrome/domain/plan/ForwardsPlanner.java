package dev.palindrome.domain.plan;

import dev.palindrome.domain.app.App;
import dev.palindrome.domain.app.Apps;
import dev.palindrome.domain.history.History;
import dev.palindrome.domain.problem.Codes;
import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationId;
import dev.palindrome.spi.MigrationRef;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
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
    private final DatabaseAdapter adapter;
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
    public ForwardsPlanner(Apps apps, DatabaseAdapter adapter, String appName, Target target, boolean fake) {
        this.apps = apps;
        this.adapter = adapter;
        this.appName = appName;
        this.target = target;
        this.fake = fake;
    }

    @Override
    public Plan plan(History history) {
        List<App> wanted = apps.named(appName);
        Selection selection = new Selection(wanted, history);
        selection.problems.addAll(apps.problems());
        for (Pending pending : pending(wanted, history)) {
            selection.require(pending.app(), pending.migration());
        }
        selection.checkTouchedApps();
        List<Step> steps = new ArrayList<>();
        WorkCompiler compiler = new WorkCompiler(adapter);
        for (Pending pending : selection.ordered()) {
            try {
                steps.add(step(pending, compiler));
            } catch (ProblemException e) {
                selection.problems.addAll(e.problems());
            }
        }
        return Plan.of(Direction.FORWARDS, steps, selection.problems, nothingToDo(wanted), history);
    }

    private List<Pending> pending(List<App> wanted, History history) {
        List<Pending> pending = new ArrayList<>();
        for (App app : wanted) {
            for (Migration migration : upTo(app)) {
                if (!history.has(new MigrationRef(app.name(), migration.id()))) {
                    pending.add(new Pending(app, migration));
                }
            }
        }
        if (target instanceof Target.Id id) {
            requireKnown(wanted, id.id(), history);
            return wanted.stream().anyMatch(app -> history.has(new MigrationRef(app.name(), id.id())))
                    ? List.of()
                    : pending;
        }
        return target instanceof Target.Count count && pending.size() > count.steps()
                ? pending.subList(0, count.steps())
                : pending;
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
                .filter(app -> app.find(id).isPresent() || history.has(new MigrationRef(app.name(), id)))
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

    private Step step(Pending pending, WorkCompiler compiler) {
        Migration migration = pending.migration();
        Step.Work work = migration.isFake()
                ? Step.Work.recordOnly("recorded only: the migration declares itself fake")
                : fake
                        ? Step.Work.recordOnly("recorded only, as asked")
                        : compiler.compile(migration, migration.forwards());
        return new Step(
                Direction.FORWARDS,
                pending.ref(),
                migration.description(),
                work,
                migration.checksum(),
                Optional.empty(),
                List.of());
    }

    private record Pending(App app, Migration migration) {
        MigrationRef ref() {
            return new MigrationRef(app.name(), migration.id());
        }
    }

    /** Collects pending migrations, each after its dependencies. */
    private final class Selection {
        private final Set<String> wantedApps;
        private final History history;
        private final DependencyOrder<MigrationRef> order = new DependencyOrder<>();
        private final List<Pending> chosen = new ArrayList<>();
        private final Set<String> broughtApps = new LinkedHashSet<>();
        private final List<Problem> problems = new ArrayList<>();

        Selection(List<App> wanted, History history) {
            this.wantedApps = Set.copyOf(wanted.stream().map(App::name).toList());
            this.history = history;
        }

        List<Pending> ordered() {
            return chosen;
        }

        void require(App app, Migration migration) {
            Pending pending = new Pending(app, migration);
            if (history.has(pending.ref())) {
                return;
            }
            switch (order.enter(pending.ref())) {
                case DONE -> {
                    return;
                }
                case CIRCLE -> {
                    problems.add(circle(pending));
                    return;
                }
                case NEW -> {
                    bringAppsBefore(app);
                    migration.dependsOn().stream()
                            .sorted(Comparator.comparing(MigrationRef::toString))
                            .forEach(ref -> bring(pending, ref));
                    order.leave(pending.ref());
                    chosen.add(pending);
                }
            }
        }

        private void bringAppsBefore(App app) {
            for (String name : app.dependsOn()) {
                boolean isCircle = apps.dependenciesOf(name).contains(app.name()); // the apps' own problems say so
                if (!isCircle && broughtApps.add(name)) {
                    apps.find(name).ifPresent(dependency -> {
                        bringAppsBefore(dependency); // also if it has nothing pending itself
                        dependency.migrations().stream()
                                .filter(m -> !history.has(new MigrationRef(name, m.id())))
                                .forEach(m -> bringPending(app.name(), new Pending(dependency, m)));
                    });
                }
            }
        }

        private void bring(Pending dependent, MigrationRef ref) {
            if (history.has(ref)) {
                return;
            }
            Optional<App> app = apps.find(ref.appName());
            Optional<Migration> migration = apps.find(ref);
            if (migration.isEmpty()) {
                problems.add(Problem.error(
                                Codes.MIGRATION_DEPENDENCY_MISSING,
                                "Migration '" + dependent.ref() + "' depends on '" + ref + "', which "
                                        + (app.isPresent() ? "that app does not have." : "no pack provides.")
                                        + " Add the pack that has it, or mend the dependency.")
                        .at(dependent.migration().location()));
                return;
            }
            App owner = app.orElseThrow();
            if (owner.name().equals(dependent.app().name())) {
                bringPending(dependent.ref().toString(), new Pending(owner, migration.orElseThrow()));
            } else {
                bringUpTo(owner, ref, dependent);
            }
        }

        /** What stands before a dependency in its own app has to run before it, too. */
        private void bringUpTo(App owner, MigrationRef last, Pending dependent) {
            for (Migration migration : owner.migrations()) {
                if (!history.has(new MigrationRef(owner.name(), migration.id()))) {
                    bringPending(dependent.ref().toString(), new Pending(owner, migration));
                }
                if (migration.id().equals(last.id())) {
                    return;
                }
            }
        }

        private void bringPending(String dependent, Pending pending) {
            if (fake && !wantedApps.contains(pending.app().name())) {
                problems.add(Problem.error(
                        Codes.PLAN_DEPENDENCY_PENDING,
                        "'" + dependent + "' depends on '" + pending.ref() + "', which is pending, and --fake records "
                                + "only what it is asked for. Run or fake app '"
                                + pending.app().name() + "' first."));
                return;
            }
            require(pending.app(), pending.migration());
        }

        private Problem circle(Pending pending) {
            return Problem.error(
                            Codes.MIGRATION_CYCLE,
                            "The migrations depend on each other in a circle: " + order.circle(pending.ref())
                                    + ". Take one of these dependencies away.")
                    .at(pending.migration().location());
        }

        /** Adds the problems of the apps in this plan, and of what they depend on; warns of content that changed. */
        void checkTouchedApps() {
            Set<String> touched = new TreeSet<>(wantedApps);
            wantedApps.forEach(name -> touched.addAll(apps.dependenciesOf(name)));
            chosen.forEach(pending -> touched.add(pending.app().name()));
            for (App app : apps.inOrder()) {
                if (touched.contains(app.name())) {
                    problems.addAll(app.problems());
                    app.migrations().forEach(migration -> warnIfChanged(app, migration));
                }
            }
        }

        private void warnIfChanged(App app, Migration migration) {
            Optional<HistoryEntry> entry = history.find(new MigrationRef(app.name(), migration.id()));
            entry.filter(e -> !e.checksum().equals(migration.checksum()))
                    .ifPresent(e -> problems.add(ChangedMigration.warning(e, migration)));
        }
    }
}
