package dev.palindrome.adapters.http.load;

import dev.palindrome.adapters.http.answer.HttpFailure;
import dev.palindrome.application.Palindrome;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
    private final BooleanSupplier isRunHere;
    private final ThreadPoolExecutor readers = new ThreadPoolExecutor(
            AT_A_TIME,
            AT_A_TIME,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING),
            Background.threads("palindrome-http-report"));
    private final Map<String, Standing> standings = new HashMap<>();

    /**
     * Reports of an engine.
     *
     * @param pool threads that answer
     * @param background begins reports later
     * @param isRunHere whether a run is under way here
     */
    public SharedReports(Palindrome palindrome, Executor pool, Background background, BooleanSupplier isRunHere) {
        this.palindrome = palindrome;
        this.pool = pool;
        this.background = background;
        this.isRunHere = isRunHere;
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
        Standing standing = standings.computeIfAbsent(app, Standing::new);
        return standing.waiting.orElseGet(() -> submit(standing)).copy();
    }

    private CompletableFuture<SharedReport> submit(Standing standing) {
        CompletableFuture<SharedReport> report = new CompletableFuture<>();
        boolean isRunning = isRunHere.getAsBoolean();
        Duration rest = isRunning ? standing.rest() : Duration.ZERO;
        if (isRunning && standing.reading > 0) {
            standing.isNext = true;
        } else if (rest.compareTo(Duration.ZERO) > 0) {
            beginAfter(rest, standing, report);
        } else {
            begin(standing, report);
        }
        standing.waiting = Optional.of(report);
        return report;
    }

    private void begin(Standing standing, CompletableFuture<SharedReport> report) {
        try {
            readers.execute(() -> read(standing, report));
        } catch (RejectedExecutionException e) {
            throw Turns.busy();
        }
    }

    private void beginAfter(Duration rest, Standing standing, CompletableFuture<SharedReport> report) {
        background.after(rest, () -> {
            try {
                begin(standing, report);
            } catch (HttpFailure e) {
                begun(standing, report);
                ended(standing, Duration.ZERO);
                report.completeExceptionally(e);
            }
        });
    }

    private void read(Standing standing, CompletableFuture<SharedReport> report) {
        long begin = System.nanoTime();
        begun(standing, report);
        try {
            report.complete(new SharedReport(palindrome.report(standing.app)));
        } catch (RuntimeException e) {
            report.completeExceptionally(e);
        } finally {
            ended(standing, Duration.ofNanos(System.nanoTime() - begin));
        }
    }

    /** Whoever asks from now on waits for another report. */
    private synchronized void begun(Standing standing, CompletableFuture<SharedReport> report) {
        standing.waiting = standing.waiting.filter(waiting -> waiting != report);
        standing.reading++;
    }

    private synchronized void ended(Standing standing, Duration took) {
        Duration most = took.multipliedBy(3).compareTo(LONGEST_REST) < 0 ? took.multipliedBy(3) : LONGEST_REST;
        Duration rest = most.compareTo(REST) < 0 ? REST : most;
        standing.restsUntil = System.nanoTime() + rest.toNanos();
        standing.reading--;
        if (standing.isNext && standing.reading == 0) {
            standing.isNext = false;
            standing.waiting.ifPresent(report -> beginAfter(rest, standing, report));
        }
        standings.values().removeIf(Standing::isOver);
    }

    private static SharedReport busyIfLate(Throwable failure) {
        if (failure instanceof TimeoutException) {
            throw Turns.busy();
        }
        throw failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
    }

    /** How the reports of one app stand. */
    private static final class Standing {
        final String app;
        /** The report that has not begun yet. */
        Optional<CompletableFuture<SharedReport>> waiting = Optional.empty();
        /** Whether that one begins a while after the one that is being made. */
        boolean isNext;
        /** How many are being made. */
        int reading;
        /** Until when none should begin during a run, in nanoseconds as the machine counts them. */
        long restsUntil = System.nanoTime();

        Standing(String app) {
            this.app = app;
        }

        Duration rest() {
            return Duration.ofNanos(restsUntil - System.nanoTime());
        }

        boolean isOver() {
            return waiting.isEmpty() && reading == 0 && rest().isNegative();
        }
    }
}
