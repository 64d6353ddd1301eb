package dev.palindrome.domain.plan;

import dev.palindrome.domain.app.App;
import dev.palindrome.domain.app.Apps;
import dev.palindrome.domain.history.History;
import dev.palindrome.domain.problem.Codes;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationRef;
import dev.palindrome.spi.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Collects pending migrations, each after its dependencies. */
final class Selection {
    private final Apps apps;
    private final Set<String> wantedApps;
    private final History history;
    private final boolean fake;
    private final DependencyOrder<MigrationRef> order = new DependencyOrder<>();
    private final List<Pending> chosen = new ArrayList<>();
    private final Set<String> broughtApps = new LinkedHashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    /**
     * Nothing chosen yet.
     *
     * @param wanted the apps that were asked for; what they depend on is brought along
     * @param fake whether the migrations are to be recorded without running: then nothing is brought along
     */
    Selection(Apps apps, List<App> wanted, History history, boolean fake) {
        this.apps = apps;
        this.wantedApps = Set.copyOf(wanted.stream().map(App::name).toList());
        this.history = history;
        this.fake = fake;
        this.problems.addAll(apps.problems());
    }

    /** {@return what was chosen, in the order in which it has to run} */
    List<Pending> ordered() {
        return chosen;
    }

    /** {@return what was found wrong} */
    List<Problem> problems() {
        return problems;
    }

    /** Chooses a migration after all that it depends on, unless it isn't pending or is chosen already. */
    void require(Pending pending) {
        if (!history.isPending(pending.ref(), pending.migration())) {
            return;
        }
        switch (order.enter(pending.ref())) {
            case DONE -> {}
            case CIRCLE -> problems.add(circle(pending));
            case NEW -> {
                bringAppsBefore(pending.app());
                pending.migration().dependsOn().stream()
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
                            .filter(m -> history.isPending(dependency.ref(m.id()), m))
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
            if (history.isPending(owner.ref(migration.id()), migration)) {
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
        require(pending);
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
        history.find(app.ref(migration.id()))
                .filter(entry -> ChangedMigration.is(entry, migration))
                .ifPresent(entry -> problems.add(ChangedMigration.warning(entry, migration)));
    }

    /** A migration that is to go forwards, with its app. */
    record Pending(App app, Migration migration) {
        MigrationRef ref() {
            return app.ref(migration.id());
        }
    }
}
