package dev.palindrome.application.torture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.TestDatabase;
import dev.palindrome.application.runners.RunnerProcess;
import dev.palindrome.application.runners.Sessions;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.run.RunListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A runner is stopped with SIGSTOP. Where there is a server (one for H2, too), that one ends its sessions, another runner does the work, and the first
 * one wakes: it writes nothing, and says why. In a file, the operating system keeps its lock for as long as it lives: nobody else gets
 * in, and it goes on when it wakes.
 */
record PausedRunner() implements Disturbance {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration IMPATIENCE = Duration.ofMillis(300);

    @Override
    public TestDatabase fresh(DatabaseKind kind, Path folder) {
        return OwnServers.shared(kind, folder);
    }

    @Override
    public void disturb(Round round) {
        int event = round.any(1, Cargo.events() - 1);
        try (RunnerProcess runner = round.launch().pausingAt(event).start()) {
            round.prepare();
            runner.await("ready");
            runner.go();
            runner.await("event " + event + " ");
            Signal.stop(runner.pid());
            Optional<Sessions> sessions = Sessions.at(round.kind(), round.database());
            if (sessions.isPresent()) {
                sessions.get().end(round.database());
                wakesTooLate(round, runner);
            } else {
                wakesInTime(round, runner);
            }
        }
    }

    private static void wakesTooLate(Round round, RunnerProcess runner) {
        MigrationResult other =
                round.run(round.direction(), builder -> builder.lockTimeout(PATIENCE), RunListener.NONE);
        assertThat(other.success()).describedAs(other.message()).isTrue();
        List<String> done = Oracle.look(round.database());
        List<String> history = round.database().history();

        wake(runner);

        String result = runner.result();
        round.noteEnd(result);
        assertThat(result).startsWith("result false").contains("connection to the database is lost");
        assertThat(Oracle.look(round.database())).isEqualTo(done);
        assertThat(round.database().history()).isEqualTo(history);
    }

    private static void wakesInTime(Round round, RunnerProcess runner) {
        MigrationResult other =
                round.run(round.direction(), builder -> builder.lockTimeout(IMPATIENCE), RunListener.NONE);
        assertThat(other.success()).describedAs(other.message()).isFalse();

        wake(runner);

        String result = runner.result();
        round.noteEnd(result);
        assertThat(result).startsWith("result true");
    }

    private static void wake(RunnerProcess runner) {
        Signal.wake(runner.pid());
        runner.go();
    }
}
