package dev.palindrome.application.torture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.OnEachDatabase;
import dev.palindrome.application.runners.Background;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.run.RunListener;
import dev.palindrome.spi.Direction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Each runner is a thread with an engine and sessions of its own. */
@Tag("torture")
class HundredRunnersTest {
    private static final int RUNNERS = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(50);

    @TempDir
    private Path folder;

    @OnEachDatabase
    void started_at_once_they_end_with_each_migration_run_once(DatabaseKind kind) {
        Round round = Round.at(kind.fresh(folder), kind, Direction.FORWARDS, 1, folder);
        CountDownLatch start = new CountDownLatch(1);
        List<Background<MigrationResult>> runs = new ArrayList<>();
        for (int i = 0; i < RUNNERS; i++) {
            runs.add(Background.start(() -> {
                await(start);
                return round.run(Direction.FORWARDS, builder -> builder.lockTimeout(PATIENCE), RunListener.NONE);
            }));
        }

        start.countDown();

        List<MigrationResult> results = runs.stream().map(Background::get).toList();
        assertThat(results)
                .allSatisfy(result -> assertThat(result.success())
                        .describedAs(result.message())
                        .isTrue());
        int steps = results.stream().mapToInt(result -> result.steps().size()).sum();
        assertThat(steps).isEqualTo(Cargo.migrations());
        Invariants.hold(round);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
