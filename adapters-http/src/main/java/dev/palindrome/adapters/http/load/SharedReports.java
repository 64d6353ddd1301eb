package dev.palindrome.adapters.http.load;

import dev.palindrome.application.Palindrome;
import dev.palindrome.domain.result.CheckReport;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Asks the database how migrations stand, once for all who want to know at the same time, so that many readers don't slow a
 * run down. Whoever asks gets a report that was begun after that, and holds no thread while it is made.
 */
public final class SharedReports implements AutoCloseable {
    private static final int AT_A_TIME = 4;
    private static final int WAITING = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Palindrome palindrome;
    private final Executor pool;
    private final ThreadPoolExecutor readers = new ThreadPoolExecutor(
            AT_A_TIME,
            AT_A_TIME,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING),
            Background.threads("palindrome-http-report"));
    /** By app, what has not begun yet. */
    private final Map<String, CompletableFuture<CheckReport>> waiting = new HashMap<>();

    /** Answers on the threads of that pool. */
    public SharedReports(Palindrome palindrome, Executor pool) {
        this.palindrome = palindrome;
        this.pool = pool;
        readers.allowCoreThreadTimeOut(true);
    }

    /** Answers a request with what the report of an app, or of {@code all}, says. */
    public void answer(Context ctx, String app, Consumer<CheckReport> answer) {
        ctx.future(() -> ask(app).orTimeout(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)
                .exceptionally(SharedReports::busyIfLate)
                .thenAcceptAsync(answer, pool));
    }

    @Override
    public void close() {
        readers.shutdownNow();
    }

    /** {@return the report to come; one of each asker's own} */
    public synchronized CompletableFuture<CheckReport> ask(String app) {
        return waiting.computeIfAbsent(app, this::submit).copy();
    }

    private CompletableFuture<CheckReport> submit(String app) {
        CompletableFuture<CheckReport> report = new CompletableFuture<>();
        try {
            readers.execute(() -> read(app, report));
            return report;
        } catch (RejectedExecutionException e) {
            throw Turns.busy();
        }
    }

    private void read(String app, CompletableFuture<CheckReport> report) {
        synchronized (this) {
            waiting.remove(app);
        }
        try {
            report.complete(palindrome.report(app));
        } catch (RuntimeException e) {
            report.completeExceptionally(e);
        }
    }

    private static CheckReport busyIfLate(Throwable failure) {
        if (failure instanceof TimeoutException) {
            throw Turns.busy();
        }
        throw failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
    }
}
