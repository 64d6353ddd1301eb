package dev.palindrome.spi;

import java.util.Optional;

/**
 * The right to be the one runner: a closeable lease with a named holder. Given by {@link Database#tryLock}. The death of
 * the holder's process, or the loss of its connection, ends it at once.
 *
 * @since 0.1
 */
public interface Lock extends AutoCloseable {

    /**
     * A lock that its session takes along when it ends: neither is lost without the other, so there is nothing to fence.
     *
     * @param holder who holds it, as the request said
     * @param release gives it up on its session; runs once at most, and if it fails with a {@link StatementException}, the lock
     *     lasts as long as the session
     * @return the lock, to be closed by one thread
     */
    static Lock ofSession(String holder, Runnable release) {
        return new SessionLock(holder, release);
    }

    /** {@return who holds it, as the request said} */
    String holder();

    /**
     * Proves that the lock is still held. Asked by the engine before each statement that commits by itself, and within each
     * transaction that writes the history, so that a runner which was paused and lost its lock writes nothing more.
     *
     * @return a statement that changes one row while the lock is held and none once it is lost; empty, as by default, if the
     *     lock is lost only together with the session
     */
    default Optional<Statement> fence() {
        return Optional.empty();
    }

    /** Gives it up. Does nothing if it is already lost. */
    @Override
    void close();
}
