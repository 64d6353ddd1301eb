package dev.palindrome.spi.catalogue;

/**
 * An operation needs something that isn't in the database.
 *
 * @since 0.1
 */
public final class MissingObjectException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Something isn't there.
     *
     * @param message what, as a sentence without its full stop
     */
    public MissingObjectException(String message) {
        super(message);
    }
}
