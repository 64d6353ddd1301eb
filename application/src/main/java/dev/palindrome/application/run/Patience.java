package dev.palindrome.application.run;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Pauses that grow from 20 ms to half a second, a little at random so that many who wait don't march in step. */
final class Patience {
    private static final long LONGEST = 500;
    /** A hundred years; what is much more has no nanoseconds in a long. */
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private final long deadline;
    private long pause = 20;

    Patience(Duration timeout) {
        this.deadline = System.nanoTime() + (timeout.compareTo(FOR_EVER) < 0 ? timeout : FOR_EVER).toNanos();
    }

    /** {@return whether to try again; false once the time is up or the thread was interrupted} */
    boolean pause() {
        long left = (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            return false;
        }
        try {
            Thread.sleep(Math.min(left, pause / 2 + ThreadLocalRandom.current().nextLong(pause)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        pause = Math.min(LONGEST, pause * 2);
        return true;
    }
}
