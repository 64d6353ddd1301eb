package dev.palindrome.domain.journal;

/**
 * A place in a half of a migration.
 *
 * @param operation the index of the operation that comes next, or is under way
 * @param offset how many of its instructions have run
 */
public record Position(int operation, int offset) {
    /** Nothing has run. */
    public static final Position START = new Position(0, 0);

    /** {@return whether an operation is torn apart here} */
    public boolean isWithinOperation() {
        return offset > 0;
    }
}
