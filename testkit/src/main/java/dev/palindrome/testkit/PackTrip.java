package dev.palindrome.testkit;

import dev.palindrome.domain.app.App;
import dev.palindrome.domain.app.Apps;
import dev.palindrome.domain.plan.Target;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.spi.Direction;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.catalogue.SchemaObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.opentest4j.TestAbortedException;

/** The way of an app's migrations forwards, backwards and forwards again, leg by leg. */
final class PackTrip implements AutoCloseable {
    private final App app;
    private final ScratchDatabase scratch;
    private final Engine engine;
    private final Set<String> irreversible;
    private final List<List<SchemaObject>> stops = new ArrayList<>();
    private String failed = "";

    /**
     * A part of the way.
     *
     * @param name what is shown for it
     * @param action goes it, and compares
     */
    record Leg(String name, Runnable action) {
        void run() {
            action.run();
        }
    }

    private PackTrip(Apps apps, App app, ScratchDatabase scratch, Set<String> irreversible) {
        this.app = app;
        this.scratch = scratch;
        this.engine = new Engine(apps, scratch.adapter(), scratch.database());
        this.irreversible = irreversible;
        app.dependsOn().forEach(other -> done(engine.forwards(other, Target.ALL)));
        stops.add(scratch.catalogue());
    }

    static PackTrip of(PalindromeTest wanted) {
        Packs packs = Packs.found(wanted.pack());
        return new PackTrip(
                packs.apps(), packs.app(wanted.app()), ScratchDatabase.at(wanted.url()), Set.of(wanted.irreversible()));
    }

    List<Leg> legs() {
        List<Leg> legs = new ArrayList<>();
        List<Migration> forwards = app.migrations();
        forwards.forEach(migration -> legs.add(leg(migration, Direction.FORWARDS, "", () -> forwards(false))));
        List<Migration> reversed = new ArrayList<>();
        for (int i = forwards.size() - 1; i >= 0; i--) {
            Migration migration = forwards.get(i);
            if (irreversible.contains(migration.id().value())) {
                legs.add(leg(migration, Direction.BACKWARDS, " is refused", this::refused));
                break;
            }
            int before = i;
            legs.add(leg(migration, Direction.BACKWARDS, "", () -> backwards(before)));
            reversed.add(migration);
        }
        Collections.reverse(reversed);
        reversed.forEach(migration -> legs.add(leg(migration, Direction.FORWARDS, " again", () -> forwards(true))));
        return legs;
    }

    /** What comes after a leg that failed would fail for the same reason. */
    private Leg leg(Migration migration, Direction direction, String suffix, Runnable action) {
        String name = migration.id() + " " + direction.word() + suffix;
        return new Leg(name, () -> {
            if (!failed.isEmpty()) {
                throw new TestAbortedException("Not tried, since '" + failed + "' failed");
            }
            failed = name;
            action.run();
            failed = "";
        });
    }

    private void forwards(boolean again) {
        done(engine.forwards(app.name(), new Target.Count(1)));
        int ran = scratch.applied(app.name());
        if (again) {
            same(stops.get(ran), "is not what it was there the first time");
        } else {
            stops.add(scratch.catalogue());
        }
    }

    private void backwards(int before) {
        done(engine.backwards(app.name(), new Target.Count(1)));
        same(stops.get(before), "is not what it was before the migration");
    }

    private void refused() {
        MigrationResult result = engine.backwards(app.name(), new Target.Count(1));
        if (result.success()) {
            throw new AssertionError("It is declared irreversible, and was taken back: " + result.message());
        }
    }

    private void same(List<SchemaObject> expected, String words) {
        List<String> differences = CatalogueDifference.between(expected, scratch.catalogue());
        if (!differences.isEmpty()) {
            throw new AssertionError("The database " + words + ":\n  " + String.join("\n  ", differences));
        }
    }

    private static void done(MigrationResult result) {
        if (!result.success()) {
            throw new AssertionError(result.message());
        }
    }

    @Override
    public void close() {
        scratch.close();
    }
}
