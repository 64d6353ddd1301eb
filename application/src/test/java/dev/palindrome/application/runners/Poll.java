package dev.palindrome.application.runners;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for something that will be so soon, and no longer than needed. */
public final class Poll {
    private Poll() {}

    /** Looks again and again; fails after that time. */
    public static void until(String what, Duration atMost, BooleanSupplier isSo) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Not within " + atMost.toMillis() + " ms: " + what);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(10);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
