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
import java.util.ArrayList;
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

    private static final int RANDOM_KILLS = 10;
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    @TempDir
    private Path folder;

    @OnSharedDatabases
    void forwards_at_every_event(DatabaseKind kind) {
        for (int event = 1; event <= EVENTS; event++) {
            killed(kind, "forwards", event, 0);
        }
    }

    @OnSharedDatabases
    void backwards_at_every_event(DatabaseKind kind) {
        for (int event = 1; event <= EVENTS; event++) {
            killed(kind, "backwards", event, 0);
        }
    }

    @OnSharedDatabases
    void at_random_moments(DatabaseKind kind) {
        Random random = new Random(20_261_122);
        for (int i = 0; i < RANDOM_KILLS; i++) {
            int event = 1 + random.nextInt(EVENTS - 1);
            killed(kind, i % 2 == 0 ? "forwards" : "backwards", -event, random.nextInt(3_000));
        }
    }

    /**
     * Kills one runner.
     *
     * @param event where it stands still; if negative, it doesn't, and is killed so long after that event
     */
    private void killed(DatabaseKind kind, String direction, int event, int micros) {
        String description = direction + ", event " + event + ", " + micros + " µs";
        Path own = new TestPack(folder.resolve(direction + event + "-" + micros)).folder();
        Workbench bench = Workbench.on(kind, own);
        TestPack shop = write(bench);
        if (direction.equals("backwards")) {
            assertThat(bench.forwards("shop", "all").success()).isTrue();
        }
        RunnerProcess.Launch launch = RunnerProcess.of(bench.database().url(), "shop", shop.folder());
        try (RunnerProcess runner = (direction.equals("backwards") ? launch.backwards() : launch)
                .pausingAt(Math.max(0, event))
                .start()) {
            runner.await("ready");
            runner.go();
            runner.await("event " + Math.abs(event) + " ");
            spin(micros);
            runner.kill();
        }

        assertAgreement(bench.database(), description);
        MigrationResult next = bench.with(
                builder -> builder.lockTimeout(AT_ONCE),
                engine -> direction.equals("forwards") ? engine.forwards("shop") : engine.backwards("shop", "all"));
        assertThat(next.success())
                .describedAs(description + ": " + next.message())
                .isTrue();
        assertAgreement(bench.database(), description);
        int remaining = direction.equals("forwards") ? MIGRATIONS : 0;
        assertThat(bench.database().history()).describedAs(description).hasSize(remaining);
        assertThat(bench.database().tables()).describedAs(description).hasSize(2 * remaining);
        for (int i = 1; i <= remaining; i++) {
            assertThat(bench.database().rows("SELECT id FROM a" + i))
                    .describedAs(description)
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
    private static void assertAgreement(TestDatabase database, String description) {
        TestDatabase.Moment moment = database.moment();
        TreeSet<String> expected = new TreeSet<>();
        for (String ref : moment.history()) {
            String number = ref.replace("shop:000", "");
            expected.add("a" + number);
            expected.add("b" + number);
        }
        assertThat(moment.tables()).describedAs(description).isEqualTo(new ArrayList<>(expected));
        List<String> inOrder = moment.history().stream().sorted().toList();
        assertThat(moment.history()).describedAs(description).isEqualTo(inOrder);
    }

    /** The delays are far shorter than a thread's sleep can be. */
    private static void spin(int micros) {
        long end = System.nanoTime() + TimeUnit.MICROSECONDS.toNanos(micros);
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
