package dev.palindrome.application.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.databases.TestPack;
import dev.palindrome.application.runners.Background;
import dev.palindrome.application.runners.RunnerProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runners in processes of their own on nodes that serve, are killed or come back: each migration runs once. */
final class RunnersClusterTest {
    private static final int MIGRATIONS = 6;

    /** An event in the middle of a migration in the middle. */
    private static final int MIDDLE = 9;

    @TempDir
    private Path folder;

    private final GaleraCluster cluster = GaleraCluster.running();
    private final String database = cluster.freshDatabase();
    private final List<RunnerProcess> runners = new ArrayList<>();

    /** Each makes a table, and says so in a row that can be there only once. */
    @BeforeEach
    void write() {
        TestPack shop = new TestPack(folder);
        shop.migration("0000", "CREATE TABLE ran (number int PRIMARY KEY);", "DROP TABLE ran;");
        for (int i = 1; i < MIGRATIONS; i++) {
            shop.migration(
                    "000" + i,
                    "CREATE TABLE made" + i + " (id int PRIMARY KEY);\nINSERT INTO ran VALUES (" + i + ");",
                    "DELETE FROM ran WHERE number = " + i + ";\nDROP TABLE made" + i + ";");
        }
    }

    @AfterEach
    void end() {
        runners.forEach(RunnerProcess::close);
        cluster.heal();
    }

    @Test
    void forwards_on_one_node_and_backwards_on_another_while_the_third_serves() {
        String served = cluster.freshDatabase();
        cluster.run(2, "CREATE TABLE " + served + ".visit (id int PRIMARY KEY AUTO_INCREMENT)");
        AtomicBoolean isOver = new AtomicBoolean();
        Background<Integer> visits = Background.start(() -> {
            int made = 0;
            while (!isOver.get()) {
                cluster.run(2, "INSERT INTO " + served + ".visit VALUES ()");
                made++;
            }
            return made;
        });
        try {
            assertThat(started(launch(0)).result()).startsWith("result true");
            assertEachMigrationRanOnce();
            List<String> before = history(2);
            assertThat(started(launch(1).backwards()).result()).startsWith("result true");
            assertThat(history(2)).isEmpty();
            assertThat(started(launch(2)).result()).startsWith("result true");
            assertEachMigrationRanOnce();
            assertThat(history(0)).doesNotContainAnyElementsOf(before); // sequences are never given again
        } finally {
            isOver.set(true);
        }
        assertThat(visits.get()).isPositive();
        assertThat(cluster.rows(1, "SELECT COUNT(*) FROM " + served + ".visit"))
                .containsExactly(visits.get().toString());
    }

    @Test
    void a_runner_on_each_node_at_once() {
        for (int node = 0; node < GaleraCluster.NODES; node++) {
            runners.add(launch(node).start());
        }
        runners.forEach(runner -> runner.await("ready"));
        runners.forEach(RunnerProcess::go);

        assertThat(runners).allSatisfy(runner -> assertThat(runner.result()).startsWith("result true"));
        assertEachMigrationRanOnce();
    }

    @Test
    void another_node_is_killed_in_the_middle() {
        RunnerProcess runner = started(launch(0).pausingAt(MIDDLE));
        runner.await("event " + MIDDLE + " ");
        cluster.node(2).kill();
        runner.go();

        assertThat(runner.result()).startsWith("result true");
        cluster.heal();
        assertEachMigrationRanOnce();
    }

    @Test
    void the_runners_own_node_is_killed_in_the_middle_and_a_runner_on_another_goes_on() {
        RunnerProcess runner = started(launch(1).pausingAt(MIDDLE));
        runner.await("event " + MIDDLE + " ");
        cluster.node(1).kill();
        runner.go();
        assertThat(runner.result()).startsWith("result false");

        assertThat(started(launch(0)).result()).startsWith("result true");
        cluster.heal();
        assertEachMigrationRanOnce();
    }

    @Test
    void the_runners_own_node_is_killed_while_it_works_and_a_runner_on_another_takes_all_back() {
        assertThat(started(launch(0)).result()).startsWith("result true");
        RunnerProcess runner = started(launch(1).backwards());
        runner.await("event " + MIDDLE + " ");
        cluster.node(1).kill();
        runner.result();

        assertThat(started(launch(2).backwards()).result()).startsWith("result true");
        cluster.heal();
        for (int node = 0; node < GaleraCluster.NODES; node++) {
            assertThat(history(node)).isEmpty();
            assertThat(tables(node)).isEmpty();
        }
    }

    @Test
    void a_runner_that_was_paused_for_so_long_that_another_took_over_writes_nothing_more() throws Exception {
        RunnerProcess paused = started(launch(0).pausingBehind(4));
        paused.await("behind 4");
        signal(paused, "STOP");
        assertThat(started(launch(1)).result()).startsWith("result true");
        signal(paused, "CONT");
        paused.go();

        assertThat(paused.result()).startsWith("result false").contains("The lock is lost");
        assertEachMigrationRanOnce();
    }

    private RunnerProcess.Launch launch(int node) {
        return RunnerProcess.of(cluster.node(node).url(database), "shop", folder);
    }

    private RunnerProcess started(RunnerProcess.Launch launch) {
        RunnerProcess runner = launch.start();
        runners.add(runner);
        runner.await("ready");
        runner.go();
        return runner;
    }

    private static void signal(RunnerProcess runner, String name) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(runner.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    private void assertEachMigrationRanOnce() {
        for (int node = 0; node < GaleraCluster.NODES; node++) {
            assertThat(history(node))
                    .extracting(row -> row.replaceFirst(".*\\|", ""))
                    .containsExactly("0000", "0001", "0002", "0003", "0004", "0005");
            assertThat(cluster.rows(node, "SELECT number FROM " + database + ".ran"))
                    .hasSize(MIGRATIONS - 1);
            assertThat(tables(node)).hasSize(MIGRATIONS);
            assertThat(cluster.rows(node, "SELECT * FROM " + database + ".palindrome_history_journal"))
                    .isEmpty();
        }
    }

    private List<String> history(int node) {
        return cluster.rows(
                node, "SELECT sequence, migration_id FROM " + database + ".palindrome_history ORDER BY sequence");
    }

    private List<String> tables(int node) {
        return cluster.rows(
                node,
                "SELECT table_name FROM information_schema.tables WHERE table_schema = '" + database
                        + "' AND table_name NOT LIKE 'palindrome%'");
    }
}
