package dev.palindrome.adapters.http.load;

import dev.palindrome.adapters.http.answer.HttpFailure;
import dev.palindrome.application.Palindrome;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Asks the database how migrations stand, once for all who want to know at the same time, so that many readers don't slow a
 * run down. Whoever asks gets a report that was begun after that, and holds no thread while it is made. While a run is under way
 * here, readers have fewer turns: the next report of an app begins a while after the last one has ended, and more of them share it.
 */
public final class SharedReports implements AutoCloseable {
    private static final int AT_A_TIME = 4;
    private static final int WAITING = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** How long no report of an app begins after the end of the last one, during a run; longer if that one took long. */
    static final Duration REST = Duration.ofMillis(500);

    private static final Duration LONGEST_REST = Duration.ofSeconds(1);

    private final Palindrome palindrome;
    private final Executor pool;
    private final Background background;
    private final BooleanSupplier isRunning;
    private final ThreadPoolExecutor readers = new ThreadPoolExecutor(
            AT_A_TIME,
            AT_A_TIME,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING),
            Background.threads("palindrome-http-report"));
    /** By app, what has not begun yet. */
    private final Map<String, CompletableFuture<SharedReport>> waiting = new HashMap<>();
    /** The apps of which one is being made. */
    private final Set<String> reading = new HashSet<>();
    /** By app, what begins a while after that, during a run. */
    private final Map<String, CompletableFuture<SharedReport>> next = new HashMap<>();
    /** By app, until when none should begin during a run. */
    private final Map<String, Long> rests = new HashMap<>();

    /**
     * Reports of an engine.
     *
     * @param pool threads that answer
     * @param background begins reports later
     * @param isRunning whether a run is under way here
     */
    public SharedReports(Palindrome palindrome, Executor pool, Background background, BooleanSupplier isRunning) {
        this.palindrome = palindrome;
        this.pool = pool;
        this.background = background;
        this.isRunning = isRunning;
        readers.allowCoreThreadTimeOut(true);
    }

    /** Answers a request with what the report of an app, or of {@code all}, says. */
    public void answer(Context ctx, String app, Consumer<SharedReport> answer) {
        ctx.future(() -> ask(app).orTimeout(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)
                .exceptionally(SharedReports::busyIfLate)
                .thenAcceptAsync(answer, pool));
    }

    @Override
    public void close() {
        readers.shutdownNow();
    }

    /** {@return the report to come; one of each asker's own} */
    public synchronized CompletableFuture<SharedReport> ask(String app) {
        return waiting.computeIfAbsent(app, this::submit).copy();
    }

    private CompletableFuture<SharedReport> submit(String app) {
        CompletableFuture<SharedReport> report = new CompletableFuture<>();
        long now = System.nanoTime();
        long rest = isRunning.getAsBoolean() ? rests.getOrDefault(app, now) - now : 0;
        if (isRunning.getAsBoolean() && reading.contains(app)) {
            next.put(app, report);
        } else if (rest > 0) {
            beginAfter(Duration.ofNanos(rest), app, report);
        } else {
            begin(app, report);
        }
        return report;
    }

    private void begin(String app, CompletableFuture<SharedReport> report) {
        try {
            readers.execute(() -> read(app, report));
        } catch (RejectedExecutionException e) {
            throw Turns.busy();
        }
    }

    private void beginAfter(Duration rest, String app, CompletableFuture<SharedReport> report) {
        background.after(rest, () -> {
            try {
                begin(app, report);
            } catch (HttpFailure e) {
                begun(app, report);
                ended(app, Duration.ZERO);
                report.completeExceptionally(e);
            }
        });
    }

    private void read(String app, CompletableFuture<SharedReport> report) {
        long begin = System.nanoTime();
        begun(app, report);
        try {
            report.complete(new SharedReport(palindrome.report(app)));
        } catch (RuntimeException e) {
            report.completeExceptionally(e);
        } finally {
            ended(app, Duration.ofNanos(System.nanoTime() - begin));
        }
    }

    /** Whoever asks from now on waits for another report. */
    private synchronized void begun(String app, CompletableFuture<SharedReport> report) {
        waiting.remove(app, report);
        reading.add(app);
    }

    private synchronized void ended(String app, Duration took) {
        Duration most = took.multipliedBy(3).compareTo(LONGEST_REST) < 0 ? took.multipliedBy(3) : LONGEST_REST;
        Duration rest = most.compareTo(REST) < 0 ? REST : most;
        rests.put(app, System.nanoTime() + rest.toNanos());
        reading.remove(app);
        Optional.ofNullable(next.remove(app)).ifPresent(report -> beginAfter(rest, app, report));
    }

    private static SharedReport busyIfLate(Throwable failure) {
        if (failure instanceof TimeoutException) {
            throw Turns.busy();
        }
        throw failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
    }
}
