package dev.palindrome.adapters.files;

import java.util.Locale;

/** One of the two halves of a migration, as our own files name it: in section markers and in the names of pairs. */
enum Half {
    FORWARDS,
    BACKWARDS;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** {@return the half's name in lower case} */
    String word() {
        return word;
    }

    /** {@return the line that begins this half in a file} */
    String marker() {
        return "-- " + word;
    }

    Half other() {
        return this == FORWARDS ? BACKWARDS : FORWARDS;
    }
}
