package dev.palindrome.adapters.cli.terminal;

import java.util.Locale;

/**
 * How the user wants to be answered.
 *
 * @param format for people or for programs
 * @param color when to colour
 * @param talk how much to say
 */
public record Manner(Format format, Color color, Talk talk) {
    /** For people, as usual. */
    public static final Manner USUAL = new Manner(Format.TEXT, Color.AUTO, Talk.USUAL);

    /** For people or for programs. */
    public enum Format {
        TEXT,
        JSON;

        @Override
        public String toString() {
            return word(this);
        }
    }

    /** When to colour. */
    public enum Color {
        AUTO,
        ALWAYS,
        NEVER;

        @Override
        public String toString() {
            return word(this);
        }
    }

    /** How much to say. */
    public enum Talk {
        /** Only what was asked for, and what is wrong. */
        QUIET,
        USUAL,
        /** Also the log. */
        VERBOSE
    }

    /** {@return the word that users type} */
    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
