package dev.palindrome.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.spi.Capability;
import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.Lock;
import dev.palindrome.spi.LockAttempt;
import dev.palindrome.spi.LockRequest;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.Session;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What must be true after a runner was killed: its lock is free as soon as {@link TestDatabase#lockLeftBehind} says, and its
 * transaction never was. For databases that
 * several processes can have open; the URL alone must lead another process there, and the adapter must be one that
 * ServiceLoader finds.
 */
public abstract class CrashContract extends DatabaseContract {
    private static final LockRequest NEXT = new LockRequest(HistoryTable.DEFAULT, "next@test");

    private final List<Process> processes = new ArrayList<>();

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

    @AfterEach
    final void endProcesses() throws InterruptedException {
        for (Process process : processes) {
            kill(process);
        }
    }

    @Test
    @Proves(Capability.SHARED_DATABASE)
    void another_process_has_the_lock_until_it_is_killed() throws Exception {
        if (isRefusedToOthers()) {
            return;
        }
        Process holder = startHolder();
        assertThat(database().tryLock(session(), NEXT))
                .isInstanceOfSatisfying(
                        LockAttempt.HeldBy.class,
                        held -> assertThat(held.holder()).contains(LockHolder.NAME));
        kill(holder);

        acquire().close();
    }

    @Test
    @Proves(Capability.SHARED_DATABASE)
    void what_a_killed_process_had_not_committed_never_was() throws Exception {
        if (isRefusedToOthers()) {
            return;
        }
        kill(startHolder());

        assertThat(history().read(session())).contains(List.of());
    }

    @Test
    @Proves(Capability.SHARED_DATABASE)
    void no_other_process_gets_the_lock_that_we_have_even_if_others_of_ours_try_too() throws Exception {
        if (isRefusedToOthers()) {
            return;
        }
        createHistory();
        try (Lock lock = acquire();
                Session second = database().openSession()) {
            assertThat(database().tryLock(second, NEXT)).isInstanceOf(LockAttempt.HeldBy.class);

            assertThat(firstLineOf(start())).contains("HeldBy", lock.holder());
        }
        startHolder();
    }

    /** Says whether the adapter denies that others can have the database open, and sees that they are told so. */
    private boolean isRefusedToOthers() throws IOException {
        if (can(Capability.SHARED_DATABASE)) {
            return false;
        }
        createHistory(); // the database is there by now, and open
        assertThat(firstLineOf(start())).contains(ProblemCodes.DATABASE_IN_USE.path());
        return true;
    }

    private Lock acquire() throws InterruptedException {
        long giveUp = System.nanoTime() + testDatabase().lockLeftBehind().toNanos();
        while (true) {
            LockAttempt attempt = database().tryLock(session(), NEXT);
            if (attempt instanceof LockAttempt.Acquired acquired) {
                return acquired.lock();
            }
            assertThat(System.nanoTime()).as("%s", attempt).isLessThan(giveUp);
            TimeUnit.MILLISECONDS.sleep(20); // the server has yet to notice that a process is gone
        }
    }

    private Process startHolder() throws IOException {
        Process process = start();
        assertThat(firstLineOf(process)).isEqualTo(LockHolder.READY);
        return process;
    }

    private Process start() throws IOException {
        List<String> arguments = new ArrayList<>(List.of(address().url()));
        arguments.addAll(busyWith());
        Process process = ForkedJava.start(LockHolder.class, arguments);
        processes.add(process);
        return process;
    }

    private static String firstLineOf(Process process) throws IOException {
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        return String.valueOf(said.readLine());
    }

    private static void kill(Process process) throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }
}
