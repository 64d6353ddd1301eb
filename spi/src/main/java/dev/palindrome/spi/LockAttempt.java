package dev.palindrome.spi;

/**
 * What came of trying to lock.
 *
 * @since 0.1
 */
public sealed interface LockAttempt {

    /**
     * We are the one runner now.
     *
     * @param lock to be closed when the work is done
     * @since 0.1
     */
    record Acquired(Lock lock) implements LockAttempt {}

    /**
     * Somebody else is.
     *
     * @param holder who, in words for people
     * @since 0.1
     */
    record HeldBy(String holder) implements LockAttempt {}
}
