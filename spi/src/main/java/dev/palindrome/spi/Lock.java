package dev.palindrome.spi;

/**
 * The right to be the one runner: a closeable lease with a named holder. Given by {@link Database#tryLock}. The death of
 * the holder's process, or the loss of its connection, ends it at once.
 *
 * @since 0.1
 */
public interface Lock extends AutoCloseable {

    /** {@return who holds it, as the request said} */
    String holder();

    /** Gives it up. Does nothing if it is already lost. */
    @Override
    void close();
}
