package dev.palindrome.adapters.http.load;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens beside requests: one thread for what is due later and never blocks, and the server's own threads for what
 * may. After the server has closed, nothing happens any more.
 */
public final class Background implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("dev.palindrome.http");

    private final ScheduledThreadPoolExecutor timer =
            new ScheduledThreadPoolExecutor(1, threads("palindrome-http-timer"));
    private final Executor pool;

    /** Uses the server's threads for what may block. */
    public Background(Executor pool) {
        this.pool = pool;
        timer.setRemoveOnCancelPolicy(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Runs something soon on the one thread; it must not block. */
    public void soon(Runnable task) {
        quietly(() -> timer.execute(guarded(task)));
    }

    /** Runs something on a thread of the server's, where it may block for a while. */
    public void blocking(Runnable task) {
        quietly(() -> pool.execute(guarded(task)));
    }

    /** The same, after a while. */
    @SuppressWarnings("FutureReturnValueIgnored")
    public void after(Duration delay, Runnable task) {
        quietly(() -> timer.schedule(() -> blocking(task), delay.toNanos(), TimeUnit.NANOSECONDS));
    }

    /** Runs something again and again on the one thread; it must not block. */
    @SuppressWarnings("FutureReturnValueIgnored")
    public void every(Duration period, Runnable task) {
        quietly(() ->
                timer.scheduleWithFixedDelay(guarded(task), period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS));
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private static void quietly(Runnable submission) {
        try {
            submission.run();
        } catch (RejectedExecutionException e) {
            LOG.debug("the server has closed", e);
        }
    }

    private static Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.warn("something beside a request failed", e);
            }
        };
    }

    /** {@return a factory of threads with that name, which keep no program alive} */
    public static ThreadFactory threads(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
