package dev.palindrome.application.runners;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Work on another thread of this JVM, whose outcome is fetched later. */
public final class Background<T> {
    private static final long PATIENCE_SECONDS = 60;

    private final FutureTask<T> task;

    private Background(Supplier<T> work) {
        this.task = new FutureTask<>(work::get);
    }

    /** Starts the work. */
    public static <T> Background<T> start(Supplier<T> work) {
        Background<T> background = new Background<>(work);
        Thread thread = new Thread(background.task, "background");
        thread.setDaemon(true);
        thread.start();
        return background;
    }

    public boolean isDone() {
        return task.isDone();
    }

    /** Waits for the outcome. */
    public T get() {
        try {
            return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }
}
