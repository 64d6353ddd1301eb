package dev.palindrome.spi.catalogue;

/**
 * A plan asked how an object looks at a moment that can't be foreseen, because a script or code comes before it.
 *
 * @since 0.1
 */
public final class UnforeseenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * An object can't be foreseen.
     *
     * @param name its name
     */
    public UnforeseenException(ObjectName name) {
        super("How '" + name + "' looks is known when it runs");
    }
}
