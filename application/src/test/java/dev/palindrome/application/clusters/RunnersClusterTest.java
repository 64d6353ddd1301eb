package dev.palindrome.application.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.databases.TestPack;
import dev.palindrome.application.runners.Background;
import dev.palindrome.application.runners.RunnerProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runners in processes of their own on nodes that serve, are killed or come back: each migration runs once. */
final class RunnersClusterTest {
    private static final List<String> IDS = List.of("0000", "0001", "0002", "0003", "0004", "0005");
    private static final int MIGRATIONS = IDS.size();

    /** A table that no migration names. */
    private static final String SERVED = "visit";

    /** Events in the middle of a migration in the middle. */
    private static final int MIDDLE = 9;

    private static final int MIDDLE_BACK = 8;

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
    void forwards_and_backwards_against_one_node_while_the_others_serve_the_same_database() {
        cluster.run(
                0, "CREATE TABLE " + database + "." + SERVED + " (node int, number int, PRIMARY KEY (node, number))");
        AtomicBoolean isOver = new AtomicBoolean();
        Background<Integer> second = Background.start(() -> serve(1, isOver));
        Background<Integer> third = Background.start(() -> serve(2, isOver));
        try {
            assertThat(started(launch(0)).result()).startsWith("result true");
            assertEachMigrationRanOnce();
            assertThat(started(launch(0).backwards()).result()).startsWith("result true");
            assertAllIsTakenBack();
            assertThat(started(launch(0)).result()).startsWith("result true");
            assertEachMigrationRanOnce();
        } finally {
            isOver.set(true);
        }
        for (int node = 0; node < GaleraCluster.NODES; node++) {
            assertServed(node, 1, second.get());
            assertServed(node, 2, third.get());
        }
    }

    /** Writes and reads as a program would that knows nothing of migrations; says how much it has written. */
    private int serve(int node, AtomicBoolean isOver) {
        int written = 0;
        while (!isOver.get()) {
            written++;
            cluster.run(node, "INSERT INTO " + database + "." + SERVED + " VALUES (" + node + ", " + written + ")");
            assertServed(node, node, written);
        }
        return written;
    }

    private void assertServed(int node, int by, int written) {
        assertThat(written).isPositive();
        assertThat(cluster.rows(
                        node,
                        "SELECT COUNT(*), MIN(number), MAX(number) FROM " + database + "." + SERVED + " WHERE node = "
                                + by))
                .containsExactly(written + "|1|" + written);
    }

    @Test
    void forwards_on_one_node_backwards_on_another_and_forwards_on_the_third() {
        assertThat(started(launch(0)).result()).startsWith("result true");
        List<String> before = history(2);
        assertThat(started(launch(1).backwards()).result()).startsWith("result true");
        assertAllIsTakenBack();
        assertThat(started(launch(2)).result()).startsWith("result true");
        assertEachMigrationRanOnce();
        assertThat(history(0)).doesNotContainAnyElementsOf(before); // sequences are never given again
    }

    @Test
    void a_runner_on_each_node_at_once_forwards_and_then_backwards() {
        assertThat(stepsOfOneRunnerOnEachNode(this::launch)).isEqualTo(MIGRATIONS);
        assertEachMigrationRanOnce();

        assertThat(stepsOfOneRunnerOnEachNode(node -> launch(node).backwards())).isEqualTo(MIGRATIONS);
        assertAllIsTakenBack();
    }

    /** All end well; {@return how many migrations they ran between them} */
    private int stepsOfOneRunnerOnEachNode(IntFunction<RunnerProcess.Launch> launch) {
        List<RunnerProcess> all = IntStream.range(0, GaleraCluster.NODES)
                .mapToObj(node -> launch.apply(node).start())
                .toList();
        runners.addAll(all);
        all.forEach(runner -> runner.await("ready"));
        all.forEach(RunnerProcess::go);

        List<String> results = all.stream().map(RunnerProcess::result).toList();
        assertThat(results).allSatisfy(result -> assertThat(result).startsWith("result true"));
        return results.stream()
                .mapToInt(result -> Integer.parseInt(result.split(" ")[2]))
                .sum();
    }

    @Test
    void another_node_is_killed_in_the_middle() {
        killedMeanwhile(launch(0).pausingAt(MIDDLE), 2);
        cluster.heal();
        assertEachMigrationRanOnce();
    }

    @Test
    void another_node_is_killed_in_the_middle_of_the_way_back() {
        assertThat(started(launch(0)).result()).startsWith("result true");
        killedMeanwhile(launch(0).backwards().pausingAt(MIDDLE_BACK), 2);
        cluster.heal();
        assertAllIsTakenBack();
    }

    private void killedMeanwhile(RunnerProcess.Launch launch, int node) {
        RunnerProcess runner = started(launch);
        runner.await("event " + launch.pauseAt() + " ");
        cluster.node(node).kill();
        runner.go();
        assertThat(runner.result()).startsWith("result true");
    }

    @Test
    void the_runners_own_node_is_killed_in_the_middle_and_a_runner_on_another_goes_on() {
        brokenOff(launch(1).pausingAt(MIDDLE), 1);

        assertThat(started(launch(0)).result()).startsWith("result true");
        cluster.heal();
        assertEachMigrationRanOnce();
    }

    @Test
    void the_runners_own_node_is_killed_in_the_middle_of_the_way_back_and_a_runner_on_another_goes_on() {
        assertThat(started(launch(0)).result()).startsWith("result true");
        brokenOff(launch(1).backwards().pausingAt(MIDDLE_BACK), 1);

        assertThat(started(launch(2).backwards()).result()).startsWith("result true");
        cluster.heal();
        assertAllIsTakenBack();
    }

    private void brokenOff(RunnerProcess.Launch launch, int own) {
        RunnerProcess runner = started(launch);
        runner.await("event " + launch.pauseAt() + " ");
        cluster.node(own).kill();
        runner.go();
        assertThat(runner.result()).startsWith("result false");
        assertThat(ids(0)).isNotEmpty().hasSizeLessThan(MIGRATIONS);
        assertThat(IDS).startsWith(ids(0).toArray(String[]::new));
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
        assertAllIsTakenBack();
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
            assertThat(ids(node)).isEqualTo(IDS);
            assertThat(cluster.rows(node, "SELECT number FROM " + database + ".ran"))
                    .hasSize(MIGRATIONS - 1);
            assertThat(tables(node)).hasSize(MIGRATIONS);
            assertNothingIsHalfDone(node);
        }
    }

    /** No half of a migration can run twice: what is dropped twice fails. */
    private void assertAllIsTakenBack() {
        for (int node = 0; node < GaleraCluster.NODES; node++) {
            assertThat(history(node)).isEmpty();
            assertThat(tables(node)).isEmpty();
            assertNothingIsHalfDone(node);
        }
    }

    private void assertNothingIsHalfDone(int node) {
        assertThat(cluster.rows(node, "SELECT * FROM " + database + ".palindrome_history_journal"))
                .isEmpty();
    }

    private List<String> ids(int node) {
        return history(node).stream().map(row -> row.replaceFirst(".*\\|", "")).toList();
    }

    private List<String> history(int node) {
        return cluster.rows(
                node, "SELECT sequence, migration_id FROM " + database + ".palindrome_history ORDER BY sequence");
    }

    private List<String> tables(int node) {
        return cluster.rows(
                node,
                "SELECT table_name FROM information_schema.tables WHERE table_schema = '" + database
                        + "' AND table_name NOT LIKE 'palindrome%' AND table_name <> '" + SERVED + "'");
    }
}
