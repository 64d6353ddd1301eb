package dev.palindrome.application.torture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.OnEachDatabase;
import dev.palindrome.application.databases.Workbench;
import dev.palindrome.application.runners.Background;
import dev.palindrome.application.runners.Poll;
import dev.palindrome.application.runners.RunnerProcess;
import dev.palindrome.application.runners.Sessions;
import dev.palindrome.domain.problem.Codes;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.run.RunListener;
import dev.palindrome.spi.Direction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A runner that has the lock is killed, and the next one gets it within two seconds, but for a statement that waits for a row of
 * MariaDB's: killed between two statements, and killed while the server is within a statement, which waits for what a third session
 * holds for longer than that, or has no end. H2 is on a server.
 */
@Tag("torture")
class TakeoverTest {
    private static final Duration AT_ONCE = Duration.ofSeconds(2);
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @AfterAll
    static void closeServers() {
        OwnServers.close();
    }

    @OnEachDatabase
    void forwards_a_dead_runners_lock_is_taken_over_within_two_seconds(DatabaseKind kind) {
        killedBetweenStatements(kind, Direction.FORWARDS);
    }

    @OnEachDatabase
    void backwards_a_dead_runners_lock_is_taken_over_within_two_seconds(DatabaseKind kind) {
        killedBetweenStatements(kind, Direction.BACKWARDS);
    }

    private void killedBetweenStatements(DatabaseKind kind, Direction direction) {
        Round round = Round.at(OwnServers.shared(kind, folder), kind, direction, 1, folder);
        int inTheMiddle = Cargo.events() / 2;
        try (RunnerProcess runner = round.launch().pausingAt(inTheMiddle).start()) {
            round.prepare();
            runner.await("ready");
            runner.go();
            runner.await("event " + inTheMiddle + " ");
            assertHeldBy(runner, impatient(round, Duration.ZERO));
            runner.kill();
        }

        MigrationResult next = impatient(round, AT_ONCE);

        round.noteEnd(next);
        assertThat(next.success()).describedAs(next.message()).isTrue();
        Invariants.hold(round);
    }

    /**
     * PostgreSQL's server looks twice a second whether its client is alive (client_connection_check_interval), also while it waits. The
     * lock of H2 is another connection's, which waits for nothing.
     */
    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"POSTGRESQL", "H2"})
    void a_runner_killed_within_a_statement_that_waits_for_a_row_is_no_longer_in_the_way(DatabaseKind kind)
            throws SQLException {
        Round round = Round.at(OwnServers.shared(kind, folder), kind, Direction.FORWARDS, 1, folder);
        try (RunnerProcess victim = victimAt(round, 5);
                Holding third = Holding.of(round.database(), "counts")) {
            killWithin(round, victim, "UPDATE counts");
            goesOn(round, third);
        }
        Invariants.hold(round);
    }

    /** MariaDB's server looks once a second whether its client is alive while a definition waits for a table. */
    @Test
    void a_runner_killed_within_a_definition_of_mariadb_that_waits_is_no_longer_in_the_way() throws SQLException {
        Round round = Round.at(DatabaseKind.MARIADB.fresh(folder), DatabaseKind.MARIADB, Direction.FORWARDS, 1, folder);
        try (RunnerProcess victim = victimAt(round, 8);
                Holding third = Holding.of(round.database(), "a")) {
            killWithin(round, victim, "ALTER TABLE a");
            goesOn(round, third);
        }
        Invariants.hold(round);
    }

    /**
     * MariaDB's server does not look while it waits for a row: it finds out when it has the row, or has waited for
     * innodb_lock_wait_timeout, which is 50 s. Until then the dead runner has the lock, and its statement may yet run; nobody else may.
     */
    @Test
    void a_runner_killed_while_mariadb_waits_for_a_row_keeps_the_lock_until_it_has_the_row() throws SQLException {
        Round round = Round.at(DatabaseKind.MARIADB.fresh(folder), DatabaseKind.MARIADB, Direction.FORWARDS, 1, folder);
        try (RunnerProcess victim = victimAt(round, 5)) {
            try (Holding third = Holding.of(round.database(), "counts")) {
                killWithin(round, victim, "UPDATE counts");
                assertHeldBy(victim, impatient(round, AT_ONCE));
                third.connection().rollback();
            }

            MigrationResult next = impatient(round, AT_ONCE);

            round.noteEnd(next);
            assertThat(next.success()).describedAs(next.message()).isTrue();
        }
        Invariants.hold(round);
    }

    /** In SQLite's file the statement ends with the process. It is within it when it has written what it can't keep in memory. */
    @Test
    void a_process_killed_within_a_statement_of_sqlite_is_no_longer_in_the_way() {
        Workbench bench = Workbench.on(DatabaseKind.SQLITE, folder);
        bench.app(Cargo.APP)
                .migration(
                        "0001",
                        "CREATE TABLE t (i int);\nINSERT INTO t WITH RECURSIVE n (i) AS"
                                + " (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n;",
                        "DROP TABLE t;");
        try (RunnerProcess victim = RunnerProcess.of(
                        bench.database().url(), Cargo.APP, bench.app(Cargo.APP).folder())
                .pausingAt(2)
                .start()) {
            victim.await("ready");
            victim.go();
            victim.await("event 2 ");
            assertHeldBy(
                    victim,
                    bench.with(builder -> builder.lockTimeout(Duration.ZERO), engine -> engine.forwards(Cargo.APP)));
            victim.go();
            Poll.until("the endless statement has written 10 MB", SOON, () -> written() > 10_000_000);
            victim.kill();
        }
        bench.app(Cargo.APP).table("0001", "t");

        MigrationResult next =
                bench.with(builder -> builder.lockTimeout(AT_ONCE), engine -> engine.forwards(Cargo.APP));

        assertThat(next.success()).describedAs(next.message()).isTrue();
        assertThat(bench.database().rows("SELECT count(*) FROM t")).containsExactly("0");
    }

    private long written() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RunnerProcess victimAt(Round round, int event) {
        RunnerProcess victim = round.launch().pausingAt(event).start();
        victim.await("ready");
        victim.go();
        victim.await("event " + event + " ");
        return victim;
    }

    private static void killWithin(Round round, RunnerProcess victim, String beginning) {
        Sessions sessions = Sessions.at(round.kind(), round.database()).orElseThrow();
        victim.go();
        Poll.until("the server is within " + beginning, SOON, () -> sessions.isWithin(round.database(), beginning));
        assertHeldBy(victim, impatient(round, Duration.ZERO));
        victim.kill();
    }

    /** The next one has the lock within two seconds although the third session still holds what was waited for, and then the rest. */
    private static void goesOn(Round round, Holding third) throws SQLException {
        AtomicBoolean begun = new AtomicBoolean();
        Background<MigrationResult> next = Background.start(() -> round.run(
                round.direction(), builder -> builder.lockTimeout(AT_ONCE), new AtStatement(1, () -> begun.set(true))));
        Poll.until("the next one has begun", SOON, () -> begun.get() || next.isDone());
        third.connection().rollback();

        round.noteEnd(next.get());
        assertThat(next.get().success()).describedAs(next.get().message()).isTrue();
    }

    private static MigrationResult impatient(Round round, Duration patience) {
        return round.run(round.direction(), builder -> builder.lockTimeout(patience), RunListener.NONE);
    }

    private static void assertHeldBy(RunnerProcess holder, MigrationResult refused) {
        assertThat(refused.success()).isFalse();
        assertThat(refused.problems())
                .describedAs(refused.message())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(Codes.LOCK_TIMEOUT);
                    assertThat(problem.message()).contains("process " + holder.pid());
                });
    }
}
