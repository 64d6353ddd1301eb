package dev.palindrome.application.torture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.PalindromeBuilder;
import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.TestDatabase;
import dev.palindrome.application.databases.Workbench;
import dev.palindrome.application.runners.RunnerProcess;
import dev.palindrome.application.runners.Sessions;
import dev.palindrome.domain.BackwardsRequest;
import dev.palindrome.domain.ForwardsRequest;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.run.RunListener;
import dev.palindrome.spi.Direction;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** One disturbed run on a fresh database, from one end of the cargo to the other, and what follows it. */
final class Round {
    private final DatabaseKind kind;
    private final Direction direction;
    private final long seed;
    private final Random random;
    private final Workbench bench;
    private final Oracle oracle;
    private final Path folder;
    private boolean cutShort;
    private boolean saidToBeDone;

    private Round(DatabaseKind kind, Direction direction, long seed, TestDatabase database, Path folder) {
        this.kind = kind;
        this.direction = direction;
        this.seed = seed;
        this.random =
                new Random(seed * 1_000_003 + direction.word().hashCode()); // the first numbers of near seeds are alike
        this.bench = Workbench.on(database, folder);
        this.oracle = Oracle.of(kind, folder);
        this.folder = folder;
        Cargo.pack(bench.app(Cargo.APP), kind);
    }

    /** A round at a database that is empty. */
    static Round at(TestDatabase database, DatabaseKind kind, Direction direction, long seed, Path folder) {
        return new Round(kind, direction, seed, database, folder);
    }

    /** {@return the same at another database that is empty} */
    Round elsewhere(Disturbance disturbance) {
        return new Round(kind, direction, seed, disturbance.fresh(kind, folder), folder);
    }

    DatabaseKind kind() {
        return kind;
    }

    Direction direction() {
        return direction;
    }

    long seed() {
        return seed;
    }

    Workbench bench() {
        return bench;
    }

    TestDatabase database() {
        return bench.database();
    }

    Oracle oracle() {
        return oracle;
    }

    /** {@return a number from the first to the last} */
    int any(int first, int last) {
        return first + random.nextInt(last - first + 1);
    }

    boolean either() {
        return random.nextBoolean();
    }

    /** Brings the database to where the run begins. */
    void prepare() {
        if (direction == Direction.BACKWARDS) {
            MigrationResult result = run(Direction.FORWARDS);
            assertThat(result.success()).describedAs(result.message()).isTrue();
        }
    }

    /** {@return what starts a process that runs the whole way in the round's direction} */
    RunnerProcess.Launch launch() {
        RunnerProcess.Launch launch = RunnerProcess.of(
                database().url(), Cargo.APP, bench.app(Cargo.APP).folder());
        return direction == Direction.FORWARDS ? launch : launch.backwards();
    }

    /** Runs the whole way in that direction, in this process. */
    MigrationResult run(Direction way) {
        return run(way, UnaryOperator.identity(), RunListener.NONE);
    }

    /** Runs the whole way in that direction, in this process, with other settings. */
    MigrationResult run(Direction way, UnaryOperator<PalindromeBuilder> settings, RunListener listener) {
        return bench.with(
                settings,
                engine -> way == Direction.FORWARDS
                        ? engine.forwards(ForwardsRequest.of(Cargo.APP), listener)
                        : engine.backwards(
                                BackwardsRequest.of(Cargo.APP)
                                        .migrationId("all")
                                        .autoAgree(true),
                                listener));
    }

    /** Remembers how a disturbed run ended. */
    void noteEnd(MigrationResult result) {
        noteEnd(result.success());
    }

    /** Remembers what a runner said at its end. */
    void noteEnd(String result) {
        noteEnd(result.startsWith("result true"));
    }

    private void noteEnd(boolean success) {
        cutShort |= !success;
        saidToBeDone |= success;
    }

    /** {@return whether a disturbed run did not come to its end, as far as anybody said} */
    boolean wasCutShort() {
        return cutShort;
    }

    /** {@return whether a disturbed run said that all is done} */
    boolean wasSaidToBeDone() {
        return saidToBeDone;
    }

    /** Waits until a server, if there is one, has noticed that nobody is left. */
    void awaitQuiet() {
        Sessions.at(kind, database()).ifPresent(sessions -> sessions.awaitEnd(database()));
    }

    /** Lets so little time go by that no sleep could be so short. */
    void spin(int micros) {
        long end = System.nanoTime() + TimeUnit.MICROSECONDS.toNanos(micros);
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
