package com.example.ignite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.spi.Database;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.Direction;
import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.Session;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runners in processes of their own, and a cluster that loses a node: each migration runs once. */
final class RunnersClusterTest {
    private final String schema = IgniteSchemas.fresh();
    private final List<Process> runners = new ArrayList<>();
    private Database database;
    private Session session;

    @BeforeEach
    void connect() {
        database =
                new IgniteAdapter().connect(DatabaseAddress.of(Cluster.running().url(schema)));
        session = database.openSession();
    }

    @AfterEach
    void end() {
        runners.forEach(runner -> runner.destroyForcibly().onExit().join());
        session.close();
        database.close();
    }

    @Test
    void of_three_runners_on_three_nodes_at_once_one_runs_each_migration_and_one_takes_it_back() throws Exception {
        assertOnEachNodeAtOnce(Direction.FORWARDS);
        assertEachMigrationRanOnce();

        assertOnEachNodeAtOnce(Direction.BACKWARDS);
        assertAllIsTakenBack();
    }

    private void assertOnEachNodeAtOnce(Direction direction) throws Exception {
        List<Process> started = new ArrayList<>();
        for (int node = 0; node < 3; node++) {
            started.add(Runner.start(Cluster.running().url(node, schema), direction));
            runners.add(started.get(node));
        }
        for (Process runner : started) {
            assertThat(exitOf(runner)).isZero();
        }
    }

    @Test
    void when_a_node_is_killed_in_the_middle_the_next_run_finds_the_history_and_ends_the_work() throws Exception {
        Process first = start(Direction.FORWARDS);
        try {
            waitUntil(() -> history().size() >= 3);
            Cluster.running().node(2).kill();
            first.waitFor(1, TimeUnit.MINUTES);
            assertThat(history()).hasSizeGreaterThanOrEqualTo(3);

            assertSomeRunEndsIt(first, Direction.FORWARDS);
            assertEachMigrationRanOnce();
        } finally {
            Cluster.running().restart(2);
        }
        assertEachMigrationRanOnce();
    }

    @Test
    void when_a_node_is_killed_in_the_middle_of_the_way_back_the_next_run_finds_the_history_and_ends_the_work()
            throws Exception {
        assertThat(exitOf(start(Direction.FORWARDS))).isZero();
        List<HistoryEntry> before = history();
        Process first = start(Direction.BACKWARDS);
        try {
            waitUntil(() -> history().size() <= Runner.MIGRATIONS - 3);
            Cluster.running().node(2).kill();
            first.waitFor(1, TimeUnit.MINUTES);
            List<HistoryEntry> left = history();
            assertThat(left).isEqualTo(before.subList(0, left.size()));

            assertSomeRunEndsIt(first, Direction.BACKWARDS);
            assertAllIsTakenBack();
        } finally {
            Cluster.running().restart(2);
        }
        assertAllIsTakenBack();
    }

    private void assertSomeRunEndsIt(Process first, Direction direction) throws Exception {
        Process run = first;
        int runs = 1;
        while (exitOf(run) != 0) {
            assertThat(runs).isLessThan(10);
            run = start(direction);
            runs++;
        }
    }

    private Process start(Direction direction) throws IOException {
        Process runner = Runner.start(Cluster.running().url(schema), direction);
        runners.add(runner);
        return runner;
    }

    private static int exitOf(Process runner) throws Exception {
        String said = new String(runner.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(runner.waitFor(2, TimeUnit.MINUTES)).as(said).isTrue();
        if (runner.exitValue() != 0) {
            System.err.println(said);
        }
        return runner.exitValue();
    }

    private void waitUntil(BooleanSupplier condition) throws InterruptedException {
        long giveUp = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("%s", history()).isLessThan(giveUp);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private List<HistoryEntry> history() {
        return database.history(HistoryTable.DEFAULT).read(session).orElse(List.of());
    }

    private void assertEachMigrationRanOnce() {
        assertThat(history()).hasSize(Runner.MIGRATIONS);
        assertThat(history()).extracting(HistoryEntry::sequence).isSorted().doesNotHaveDuplicates();
        assertThat(history()).extracting(entry -> entry.migrationId().value()).isSorted();
        assertThat(session.query("SELECT number FROM ran ORDER BY number")).hasSize(Runner.MIGRATIONS - 1);
        assertThat(database.inspector().all(session)).hasSize(Runner.MIGRATIONS);
        assertThat(database.history(HistoryTable.DEFAULT).journal().read(session))
                .isEmpty();
    }

    /** No half of a migration can run twice: what is dropped twice fails. */
    private void assertAllIsTakenBack() {
        assertThat(history()).isEmpty();
        assertThat(database.inspector().all(session)).isEmpty();
        assertThat(database.history(HistoryTable.DEFAULT).journal().read(session))
                .isEmpty();
    }
}
