package dev.palindrome.domain.journal;

/**
 * A statement that ran, as the journal remembers it.
 *
 * @param operation the index of the operation that it belongs to
 * @param text its text, which may be cut short
 */
public record Ran(int operation, String text) {
    private static final int MOST = 400;

    /** The text's beginning says what it is about. */
    public Ran {
        text = text.length() > MOST ? text.substring(0, MOST) : text;
    }
}
