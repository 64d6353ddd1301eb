package dev.palindrome.domain.plan;

import java.util.Locale;

/** The two ways through a database's life. */
public enum Direction {
    FORWARDS,
    BACKWARDS;

    /** {@return the word that users type} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
