package dev.palindrome.domain.journal;

import dev.palindrome.domain.sql.Effects;

/**
 * A statement that ran, as the journal remembers it.
 *
 * @param operation the index of the operation that it belongs to
 * @param text its text, which may be cut short
 */
public record Ran(int operation, String text) {
    private static final int MOST = 400;

    /** Rows may be many; the text is cut where its beginning says all that it does. */
    public Ran {
        text = text.length() > MOST ? shortened(text) : text;
    }

    private static String shortened(String text) {
        String beginning = text.substring(0, MOST);
        boolean saysAll = Effects.of(beginning).equals(Effects.of(text))
                && Effects.isMovingNames(beginning) == Effects.isMovingNames(text);
        return saysAll ? beginning : text;
    }
}
