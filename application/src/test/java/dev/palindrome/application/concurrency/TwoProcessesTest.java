package dev.palindrome.application.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.PostgresqlServer;
import dev.palindrome.application.databases.TestPack;
import dev.palindrome.application.runners.Poll;
import dev.palindrome.application.runners.RunnerProcess;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** Each migration leaves a row that no key protects: one that ran twice has left two. */
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
    void started_at_once_on_postgresql() throws SQLException {
        race(PostgresqlServer.freshUrl());
    }

    @RepeatedTest(10)
    void started_at_once_on_sqlite() throws SQLException {
        race(DatabaseKind.SQLITE.fresh(folder).url());
    }

    @RepeatedTest(2)
    void started_at_once_on_an_h2_server() throws SQLException {
        race("jdbc:h2:tcp://localhost:" + h2.getPort() + "/" + folder.resolve("database"));
    }

    @RepeatedTest(5)
    void one_waits_for_the_other_on_postgresql() throws SQLException {
        waiting(PostgresqlServer.freshUrl());
    }

    @RepeatedTest(5)
    void one_waits_for_the_other_on_sqlite() throws SQLException {
        waiting(DatabaseKind.SQLITE.fresh(folder).url());
    }

    @RepeatedTest(2)
    void one_waits_for_the_other_on_an_h2_server() throws SQLException {
        waiting("jdbc:h2:tcp://localhost:" + h2.getPort() + "/" + folder.resolve("database"));
    }

    /** Nobody holds anybody up. */
    private void race(String url) throws SQLException {
        RunnerProcess.Launch launch = prepare(url);
        try (RunnerProcess one = launch.start();
                RunnerProcess other = launch.start()) {
            one.await("ready");
            other.await("ready");
            one.go();
            other.go();
            assertThat(List.of(one.result(), other.result())).allMatch(result -> result.startsWith("result true"));
        }
        assertRanOnce(url);
    }

    /** Whoever is first holds the lock until the other has been seen waiting. */
    private void waiting(String url) throws SQLException {
        RunnerProcess.Launch launch = prepare(url).pausingAt(3);
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
        assertRanOnce(url);
    }

    /** The holder may have been seen a moment before it had said its name; then the name follows. */
    private static boolean waitsFor(RunnerProcess waiter, RunnerProcess holder) {
        return holder.hasSaid("event 3 ")
                && waiter.transcript()
                        .lines()
                        .anyMatch(line -> line.startsWith("waiting ") && line.contains("process " + holder.pid()));
    }

    private RunnerProcess.Launch prepare(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE ran (id varchar(10))");
        }
        TestPack pack = new TestPack(folder.resolve("shop"));
        for (int i = 1; i <= MIGRATIONS; i++) {
            String id = String.format("%04d", i);
            pack.migration(
                    id,
                    "INSERT INTO ran VALUES ('" + id + "');\nCREATE TABLE IF NOT EXISTS t" + id + " (id int);",
                    "DROP TABLE t" + id + ";");
        }
        return RunnerProcess.of(url, "shop", pack.folder());
    }

    private static void assertRanOnce(String url) throws SQLException {
        List<String> expected = new ArrayList<>();
        for (int i = 1; i <= MIGRATIONS; i++) {
            expected.add(String.format("%04d", i));
        }
        assertThat(column(url, "SELECT id FROM ran ORDER BY id")).isEqualTo(expected);
        assertThat(column(url, "SELECT migration_id FROM \"palindrome_history\" ORDER BY sequence"))
                .isEqualTo(expected);
    }

    private static List<String> column(String url, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
