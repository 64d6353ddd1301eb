package dev.palindrome.spi;

import java.util.Locale;

/**
 * The two ways through a database's life.
 *
 * @since 0.1
 */
public enum Direction {
    /** To what the packs have. */
    FORWARDS,
    /** To what was before. */
    BACKWARDS;

    /** {@return the word that users type} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return the other one} */
    public Direction opposite() {
        return this == FORWARDS ? BACKWARDS : FORWARDS;
    }
}
