package dev.palindrome.application.torture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.OnEachDatabase;
import dev.palindrome.application.runners.RunnerProcess;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.run.RunListener;
import dev.palindrome.spi.Direction;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

@Tag("torture")
class TakeoverTest {
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    @TempDir
    private Path folder;

    @OnEachDatabase
    void a_dead_runners_lock_is_taken_over_within_two_seconds(DatabaseKind kind) {
        Round round = Round.at(kind.fresh(folder), kind, Direction.FORWARDS, 1, folder);
        int inTheMiddle = Cargo.events() / 2;
        try (RunnerProcess runner = round.launch().pausingAt(inTheMiddle).start()) {
            runner.await("ready");
            runner.go();
            runner.await("event " + inTheMiddle + " ");
            runner.kill();
        }

        MigrationResult next = round.run(Direction.FORWARDS, builder -> builder.lockTimeout(AT_ONCE), RunListener.NONE);

        assertThat(next.success()).describedAs(next.message()).isTrue();
        assertThat(round.database().history()).hasSize(Cargo.migrations());
    }
}
