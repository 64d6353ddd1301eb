package dev.palindrome.application.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.OnEachDatabase;
import dev.palindrome.application.databases.TestDatabase;
import dev.palindrome.application.databases.Workbench;
import dev.palindrome.application.runners.Poll;
import dev.palindrome.application.runners.RunnerProcess;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** Each migration leaves a row that no key protects, either way: one that ran twice has left two. */
class TwoProcessesTest {
    private static final int MIGRATIONS = 20;
    private static Server h2;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startH2() throws SQLException {
        h2 = Server.createTcpServer("-ifNotExists", "-tcpPort", "0").start();
    }

    @AfterAll
    static void stopH2() {
        h2.stop();
    }

    @RepeatedTest(10)
    void started_at_once_on_postgresql() {
        race(DatabaseKind.POSTGRESQL.fresh(folder));
    }

    @RepeatedTest(10)
    void started_at_once_on_sqlite() {
        race(DatabaseKind.SQLITE.fresh(folder));
    }

    @RepeatedTest(2)
    void started_at_once_on_an_h2_server() {
        race(onH2Server());
    }

    @RepeatedTest(2)
    void started_at_once_on_mariadb() {
        race(DatabaseKind.MARIADB.fresh(folder));
    }

    @RepeatedTest(5)
    void one_waits_for_the_other_on_postgresql() {
        waiting(DatabaseKind.POSTGRESQL.fresh(folder));
    }

    @RepeatedTest(5)
    void one_waits_for_the_other_on_sqlite() {
        waiting(DatabaseKind.SQLITE.fresh(folder));
    }

    @RepeatedTest(2)
    void one_waits_for_the_other_on_an_h2_server() {
        waiting(onH2Server());
    }

    @RepeatedTest(2)
    void one_waits_for_the_other_on_mariadb() {
        waiting(DatabaseKind.MARIADB.fresh(folder));
    }

    @OnEachDatabase
    void started_at_once_backwards(DatabaseKind kind) {
        Workbench bench = prepare(kind == DatabaseKind.H2 ? onH2Server() : kind.fresh(folder));
        assertThat(bench.forwards("shop", "all").success()).isTrue();

        race(launch(bench).backwards());

        assertThat(bench.database().rows("SELECT id FROM reversed ORDER BY id")).isEqualTo(ids());
        assertThat(bench.database().history()).isEmpty();
        assertThat(bench.database().tables()).containsExactly("ran", "reversed");
    }

    /** Nobody holds anybody up. */
    private void race(TestDatabase database) {
        Workbench bench = prepare(database);
        race(launch(bench));
        assertRanOnce(bench);
    }

    private static void race(RunnerProcess.Launch launch) {
        try (RunnerProcess one = launch.start();
                RunnerProcess other = launch.start()) {
            one.await("ready");
            other.await("ready");
            one.go();
            other.go();
            assertThat(List.of(one.result(), other.result())).allMatch(result -> result.startsWith("result true"));
        }
    }

    /** Whoever is first holds the lock until the other has been seen waiting. */
    private void waiting(TestDatabase database) {
        Workbench bench = prepare(database);
        RunnerProcess.Launch launch = launch(bench).pausingAt(3);
        try (RunnerProcess one = launch.start();
                RunnerProcess other = launch.start()) {
            one.await("ready");
            other.await("ready");
            one.go();
            other.go();
            Poll.until(
                    "one has the lock, the other waits and says for whom",
                    Duration.ofSeconds(30),
                    () -> waitsFor(one, other)
                            || waitsFor(other, one)
                            || one.hasSaid("result ")
                            || other.hasSaid("result "));
            assertThat(waitsFor(one, other) || waitsFor(other, one))
                    .describedAs(one.transcript() + "\n--\n" + other.transcript())
                    .isTrue();
            RunnerProcess holder = waitsFor(one, other) ? other : one;
            RunnerProcess waiter = waitsFor(one, other) ? one : other;
            holder.go();
            assertThat(holder.result()).startsWith("result true " + MIGRATIONS + " ");
            assertThat(waiter.result()).startsWith("result true 0 ");
        }
        assertRanOnce(bench);
    }

    /** The holder may have been seen a moment before it had said its name; then the name follows. */
    private static boolean waitsFor(RunnerProcess waiter, RunnerProcess holder) {
        return holder.hasSaid("event 3 ")
                && waiter.transcript()
                        .lines()
                        .anyMatch(line -> line.startsWith("waiting ") && line.contains("process " + holder.pid()));
    }

    private TestDatabase onH2Server() {
        return DatabaseKind.H2.known("jdbc:h2:tcp://localhost:" + h2.getPort() + "/" + folder.resolve("database"));
    }

    private Workbench prepare(TestDatabase database) {
        database.run("CREATE TABLE ran (id varchar(10))", "CREATE TABLE reversed (id varchar(10))");
        Workbench bench = Workbench.on(database, folder);
        for (String id : ids()) {
            bench.app("shop")
                    .migration(
                            id,
                            "INSERT INTO ran VALUES ('" + id + "');\nCREATE TABLE IF NOT EXISTS t" + id + " (id int);",
                            "INSERT INTO reversed VALUES ('" + id + "');\nDROP TABLE IF EXISTS t" + id + ";");
        }
        return bench;
    }

    private static RunnerProcess.Launch launch(Workbench bench) {
        return RunnerProcess.of(
                bench.database().url(), "shop", bench.app("shop").folder());
    }

    private static void assertRanOnce(Workbench bench) {
        assertThat(bench.database().rows("SELECT id FROM ran ORDER BY id")).isEqualTo(ids());
        assertThat(bench.database().history())
                .isEqualTo(ids().stream().map(id -> "shop:" + id).toList());
    }

    private static List<String> ids() {
        return IntStream.rangeClosed(1, MIGRATIONS)
                .mapToObj(i -> String.format("%04d", i))
                .toList();
    }
}
