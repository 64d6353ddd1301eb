package com.example.ignite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.spi.Database;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.Session;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
    void of_three_runners_on_three_nodes_at_once_one_runs_each_migration() throws Exception {
        for (int node = 0; node < 3; node++) {
            runners.add(Runner.start(Cluster.running().url(node, schema)));
        }

        for (Process runner : runners) {
            assertThat(exitOf(runner)).isZero();
        }
        assertEachMigrationRanOnce();
    }

    @Test
    void when_a_node_is_killed_in_the_middle_the_next_run_finds_the_history_and_ends_the_work() throws Exception {
        Process first = start();
        try {
            waitUntilSome(3);
            Cluster.running().node(2).kill();
            first.waitFor(1, TimeUnit.MINUTES);
            assertThat(history()).hasSizeGreaterThanOrEqualTo(3);

            int runs = 1;
            while (exitOf(runners.get(runners.size() - 1)) != 0) {
                assertThat(runs).isLessThan(10);
                start();
                runs++;
            }
            assertEachMigrationRanOnce();
        } finally {
            Cluster.running().restart(2);
        }
        assertEachMigrationRanOnce();
    }

    private Process start() throws IOException {
        Process runner = Runner.start(Cluster.running().url(schema));
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

    private void waitUntilSome(int entries) throws InterruptedException {
        long giveUp = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (history().size() < entries) {
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
}
