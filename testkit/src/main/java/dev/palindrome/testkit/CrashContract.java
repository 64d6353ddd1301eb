package dev.palindrome.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.LockAttempt;
import dev.palindrome.spi.LockRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What must be true after a runner was killed: its lock is free at once, and its transaction never was. For databases that
 * several processes can have open; the URL alone must lead another process there, and the adapter must be one that
 * ServiceLoader finds.
 */
public abstract class CrashContract extends DatabaseContract {
    private static final LockRequest NEXT = new LockRequest(HistoryTable.DEFAULT, "next@test");
    private static final Duration AT_ONCE = Duration.ofSeconds(15);

    private Optional<Process> holder = Optional.empty();

    /**
     * For an adapter's test.
     *
     * @param testDatabase what to prove
     */
    protected CrashContract(TestDatabase testDatabase) {
        super(testDatabase);
    }

    /** {@return statements in which the holder is to be when it is killed; by default it is between two} */
    protected List<String> busyWith() {
        return List.of();
    }

    @BeforeEach
    final void startHolder() throws IOException {
        Process process = start(address().url(), busyWith());
        holder = Optional.of(process);
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        assertThat(said.readLine()).isEqualTo(LockHolder.READY);
    }

    @AfterEach
    final void endHolder() throws InterruptedException {
        kill();
    }

    @Test
    void another_process_has_the_lock_until_it_is_killed() throws InterruptedException {
        assertThat(database().tryLock(session(), NEXT))
                .isInstanceOfSatisfying(
                        LockAttempt.HeldBy.class,
                        held -> assertThat(held.holder()).contains(LockHolder.NAME));
        kill();

        long giveUp = System.nanoTime() + AT_ONCE.toNanos();
        LockAttempt attempt = database().tryLock(session(), NEXT);
        while (attempt instanceof LockAttempt.HeldBy && System.nanoTime() < giveUp) {
            TimeUnit.MILLISECONDS.sleep(20); // the server has yet to notice
            attempt = database().tryLock(session(), NEXT);
        }
        assertThat(attempt)
                .isInstanceOfSatisfying(
                        LockAttempt.Acquired.class, acquired -> acquired.lock().close());
    }

    @Test
    void what_a_killed_process_had_not_committed_never_was() throws InterruptedException {
        kill();

        assertThat(history().read(session())).contains(List.of());
    }

    private void kill() throws InterruptedException {
        Process process = holder.orElseThrow();
        process.destroyForcibly();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }

    private static Process start(String url, List<String> statements) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>(List.of(java, "-cp", classPath, LockHolder.class.getName(), url));
        command.addAll(statements);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
