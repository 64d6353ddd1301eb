package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Shows others that the holder of a lease lives: a thread with a session of its own, which all of it is for. It ends with the
 * process, and rests while the process is paused.
 */
final class Pulse {
    static final long PERIOD_MILLIS = 300;
    private static final long PATIENCE_SECONDS = 10;

    private final Supplier<? extends Session> sessions;
    private final ScheduledExecutorService thread;
    private Optional<Session> session;

    /**
     * Begins to beat.
     *
     * @param first the first session
     * @param sessions gives another when that is lost, maybe to another node
     * @param beat changes one row while the lease is held
     */
    Pulse(Session first, Supplier<? extends Session> sessions, Statement beat) {
        this.session = Optional.of(first);
        this.sessions = sessions;
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread daemon = new Thread(work, "palindrome-pulse");
            daemon.setDaemon(true);
            return daemon;
        });
        var unused =
                thread.scheduleWithFixedDelay(() -> attempt(beat), PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** One that fails is made up for by the next. If the lease is lost meanwhile, the fence says so. */
    private void attempt(Statement statement) {
        try {
            open().execute(statement);
        } catch (StatementException e) {
            if (e.isConnectionLost()) {
                end();
            }
        } catch (ProblemException e) {
            // there is no connection just now
        }
    }

    private Session open() {
        Session open = session.orElseGet(sessions);
        session = Optional.of(open);
        return open;
    }

    private void end() {
        session.ifPresent(Session::close);
        session = Optional.empty();
    }

    /** Ends it, with a last statement. If that can't be run, the lease is free a little later. */
    void stop(Statement last) {
        if (thread.isShutdown()) {
            return;
        }
        Future<?> stopped = thread.submit(() -> {
            attempt(last);
            end();
        });
        thread.shutdown();
        try {
            stopped.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The lease could not be given up", e);
        } catch (TimeoutException e) {
            // the whole cluster waits for something; the thread goes on trying
        }
    }
}
