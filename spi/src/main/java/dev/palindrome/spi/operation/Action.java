package dev.palindrome.spi.operation;

/**
 * What becomes of the referring rows when a row is deleted or its key changes.
 *
 * @since 0.1
 */
public enum Action {
    /** The database's default: refused at the end of the statement. */
    NO_ACTION,
    /** Refused at once. */
    RESTRICT,
    /** They go, or change, too. */
    CASCADE,
    /** Their columns become null. */
    SET_NULL,
    /** Their columns take their defaults. */
    SET_DEFAULT;

    /** {@return it in SQL} */
    public String sql() {
        return name().replace('_', ' ');
    }
}
