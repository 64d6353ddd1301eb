package dev.palindrome.adapters.http.monitor;

import dev.palindrome.adapters.http.load.Background;
import dev.palindrome.adapters.http.load.Limits;
import dev.palindrome.application.Palindrome;
import dev.palindrome.spi.ProblemException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Knows whether the database can be reached. Asks it with one thread, once in a while at most, however many want to know. */
public final class Readiness implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("dev.palindrome.http");

    private final Palindrome palindrome;
    private final Duration age;
    private final ThreadPoolExecutor prober = new ThreadPoolExecutor(
            1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Background.threads("palindrome-http-readiness"));
    private CompletableFuture<Boolean> latest = CompletableFuture.completedFuture(false);
    private long asked;
    private volatile String trouble = "";

    public Readiness(Palindrome palindrome, Limits limits) {
        this.palindrome = palindrome;
        this.age = limits.readinessAge();
        this.asked = System.nanoTime() - age.toNanos();
        prober.allowCoreThreadTimeOut(true);
    }

    /** {@return whether the database was reached lately; whoever gets it may wait for it only so long} */
    synchronized CompletableFuture<Boolean> ask() {
        if (latest.isDone() && System.nanoTime() - asked >= age.toNanos()) {
            latest = CompletableFuture.supplyAsync(this::probe, prober);
            asked = System.nanoTime();
        }
        return latest.copy();
    }

    @Override
    public void close() {
        prober.shutdownNow();
    }

    private boolean probe() {
        try {
            palindrome.ping();
            note("");
            return true;
        } catch (RuntimeException e) {
            note(e instanceof ProblemException ? String.valueOf(e.getMessage()) : e.toString());
            return false;
        }
    }

    /** Says in the log what has changed, once. Called by the one thread that asks. */
    private void note(String now) {
        if (!now.equals(trouble)) {
            trouble = now;
            LOG.warn(now.isEmpty() ? "ready again" : "not ready: {}", now);
        }
    }
}
