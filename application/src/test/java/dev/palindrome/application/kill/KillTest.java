package dev.palindrome.application.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.OnSharedDatabases;
import dev.palindrome.application.databases.TestDatabase;
import dev.palindrome.application.databases.TestPack;
import dev.palindrome.application.databases.Workbench;
import dev.palindrome.application.runners.RunnerProcess;
import dev.palindrome.domain.result.MigrationResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;

/**
 * A runner of five migrations, each of several statements, is killed with SIGKILL: at each event exactly, where it stands
 * still, and at random moments while it runs. Whatever was cut off, the history has a migration if and only if all of its
 * objects are there; the next run gets the lock at once and ends where an undisturbed one ends.
 */
class KillTest {
    private static final int MIGRATIONS = 5;
    /** Three statements and the step's end. */
    private static final int EVENTS = MIGRATIONS * 4;

    private static final int RANDOM_KILLS = 8;
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    @TempDir
    private Path folder;

    @OnSharedDatabases
    void forwards_at_every_event(DatabaseKind kind) {
        run(everyEvent(kind, "forwards"));
    }

    @OnSharedDatabases
    void backwards_at_every_event(DatabaseKind kind) {
        run(everyEvent(kind, "backwards"));
    }

    @OnSharedDatabases
    void at_random_moments(DatabaseKind kind) {
        Random random = new Random(20_261_122);
        List<Kill> kills = new ArrayList<>();
        for (int i = 0; i < RANDOM_KILLS; i++) {
            int event = 1 + random.nextInt(EVENTS - 1);
            kills.add(
                    new Kill(kind, i % 2 == 0 ? "forwards" : "backwards", event, Stop.RUNS_ON, random.nextInt(3_000)));
        }
        run(kills);
    }

    private static List<Kill> everyEvent(DatabaseKind kind, String direction) {
        List<Kill> kills = new ArrayList<>();
        for (int event = 1; event <= EVENTS; event++) {
            kills.add(new Kill(kind, direction, event, Stop.STANDS_STILL, 0));
        }
        return kills;
    }

    /** Starts each runner's process while the one before it is still being looked at. */
    private void run(List<Kill> kills) {
        Deque<Victim> started = new ArrayDeque<>();
        try {
            for (Kill kill : kills) {
                started.add(start(kill));
                if (started.size() > 1) {
                    killAndLook(started.remove());
                }
            }
            started.forEach(this::killAndLook);
        } finally {
            started.forEach(victim -> victim.runner().close());
        }
    }

    private Victim start(Kill kill) {
        Path own = new TestPack(folder.resolve(kill.direction() + kill.event() + "-" + kill.micros())).folder();
        Workbench bench = Workbench.on(kill.kind(), own);
        TestPack shop = write(bench);
        RunnerProcess.Launch launch = RunnerProcess.of(bench.database().url(), "shop", shop.folder());
        RunnerProcess runner = (kill.isForwards() ? launch : launch.backwards())
                .pausingAt(kill.stop() == Stop.STANDS_STILL ? kill.event() : 0)
                .start();
        if (!kill.isForwards()) {
            assertThat(bench.forwards("shop", "all").success()).isTrue();
        }
        return new Victim(kill, bench, runner);
    }

    private void killAndLook(Victim victim) {
        Kill kill = victim.kill();
        TestDatabase database = victim.bench().database();
        try (RunnerProcess runner = victim.runner()) {
            runner.await("ready");
            runner.go();
            runner.await("event " + kill.event() + " ");
            spin(kill.micros());
            runner.kill();
        }

        assertAgreement(database, kill);
        MigrationResult next = victim.bench()
                .with(
                        builder -> builder.lockTimeout(AT_ONCE),
                        engine -> kill.isForwards() ? engine.forwards("shop") : engine.backwards("shop", "all"));
        assertThat(next.success()).describedAs(kill + ": " + next.message()).isTrue();
        int remaining = kill.isForwards() ? MIGRATIONS : 0;
        assertThat(database.history()).describedAs(kill.toString()).hasSize(remaining);
        assertThat(database.tables()).describedAs(kill.toString()).hasSize(2 * remaining);
        assertAgreement(database, kill);
        for (int i = 1; i <= remaining; i++) {
            assertThat(database.rows("SELECT id FROM a" + i))
                    .describedAs(kill.toString())
                    .containsExactly("1");
        }
    }

    private static TestPack write(Workbench bench) {
        TestPack shop = bench.app("shop");
        for (int i = 1; i <= MIGRATIONS; i++) {
            shop.migration(
                    "000" + i,
                    "CREATE TABLE a" + i + " (id int);\nINSERT INTO a" + i + " VALUES (1);\nCREATE TABLE b" + i
                            + " (id int);",
                    "DROP TABLE b" + i + ";\nDELETE FROM a" + i + ";\nDROP TABLE a" + i + ";");
        }
        return shop;
    }

    /** As of one moment: a server may still be busy ending what the killed runner had sent. */
    private static void assertAgreement(TestDatabase database, Kill kill) {
        TestDatabase.Moment moment = database.moment();
        TreeSet<String> expected = new TreeSet<>();
        for (String ref : moment.history()) {
            String number = ref.replace("shop:000", "");
            expected.add("a" + number);
            expected.add("b" + number);
        }
        assertThat(moment.tables()).describedAs(kill.toString()).isEqualTo(new ArrayList<>(expected));
        List<String> inOrder = moment.history().stream().sorted().toList();
        assertThat(moment.history()).describedAs(kill.toString()).isEqualTo(inOrder);
    }

    /** The delays are far shorter than a thread's sleep can be. */
    private static void spin(int micros) {
        long end = System.nanoTime() + TimeUnit.MICROSECONDS.toNanos(micros);
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    private enum Stop {
        STANDS_STILL,
        RUNS_ON
    }

    /** When to kill: so long after an event, at which the runner stands still or not. */
    private record Kill(DatabaseKind kind, String direction, int event, Stop stop, int micros) {
        boolean isForwards() {
            return direction.equals("forwards");
        }
    }

    private record Victim(Kill kill, Workbench bench, RunnerProcess runner) {}
}
