package dev.palindrome.application.runners;

import dev.palindrome.domain.plan.Step;
import dev.palindrome.domain.run.RunListener;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds up a run of this JVM when one of its steps begins. */
public final class Pause implements RunListener {
    private static final long PATIENCE_SECONDS = 60;

    private final int stepNumber;
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    /** Stops when that step begins, the first being number 1. */
    public Pause(int stepNumber) {
        this.stepNumber = stepNumber;
    }

    @Override
    public void stepStarted(Step step, int number, int total) {
        if (number == stepNumber) {
            reached.countDown();
            await(released);
        }
    }

    public void awaitReached() {
        await(reached);
    }

    public void release() {
        released.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("nothing happened for " + PATIENCE_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
