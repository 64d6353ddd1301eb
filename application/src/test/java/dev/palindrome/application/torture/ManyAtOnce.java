package dev.palindrome.application.torture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.TestDatabase;
import dev.palindrome.application.runners.Background;
import dev.palindrome.application.runners.RunnerProcess;
import dev.palindrome.domain.problem.Codes;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.run.RunListener;
import dev.palindrome.spi.Direction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Sixteen runners start at once, and some of them are killed. Those are processes; the others are threads of this one, each with an
 * engine of its own.
 */
record ManyAtOnce(int runners, int mostKilled) implements Disturbance {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MOST_MILLIS = 400;

    /** On a server of H2, since one of its files belongs to one process: here they are to meet at the lock. */
    @Override
    public TestDatabase fresh(DatabaseKind kind, Path folder) {
        return OwnServers.shared(kind, folder);
    }

    @Override
    public void disturb(Round round) {
        int killed = round.any(1, mostKilled);
        List<RunnerProcess> victims =
                IntStream.range(0, killed).mapToObj(i -> round.launch().start()).toList();
        try {
            round.prepare();
            victims.forEach(victim -> victim.await("ready"));
            CyclicBarrier start = new CyclicBarrier(runners - killed + 1);
            List<Background<MigrationResult>> others = new ArrayList<>();
            for (int i = killed; i < runners; i++) {
                others.add(Background.start(() -> run(round, start)));
            }
            victims.forEach(RunnerProcess::go);
            await(start);
            for (RunnerProcess victim : victims) {
                sleep(round.any(0, MOST_MILLIS));
                victim.kill();
            }
            List<MigrationResult> results = others.stream().map(Background::get).toList();
            results.forEach(round::noteEnd);
            assertThat(results)
                    .allSatisfy(result -> assertThat(result.success() || isLeftToOthers(round, result))
                            .describedAs(result.message())
                            .isTrue());
        } finally {
            victims.forEach(RunnerProcess::close);
        }
    }

    private static MigrationResult run(Round round, CyclicBarrier start) {
        await(start);
        return round.run(round.direction(), builder -> builder.lockTimeout(PATIENCE), RunListener.NONE);
    }

    /** Backwards, what a killed runner left half-done while this one waited is no longer what was planned. */
    private static boolean isLeftToOthers(Round round, MigrationResult result) {
        return round.direction() == Direction.BACKWARDS
                && result.problems().stream().allMatch(problem -> problem.code().equals(Codes.PLAN_CHANGED));
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Until some moment or other: that is the point. */
    private static void sleep(int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
