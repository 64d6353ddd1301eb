package dev.palindrome.spi.sql;

import dev.palindrome.spi.Location;

/**
 * One piece of a statement, as block trackers and statement tables see it. Comments are no tokens.
 *
 * @param type what it is
 * @param text as it is written, with its quotes
 * @param location where it begins
 * @param depth in how many parentheses it stands; a parenthesis itself stands outside of those that it opens or closes
 * @since 0.1
 */
public record Token(TokenType type, String text, Location location, int depth) {

    /**
     * Compares without regard to case. What is in quotes equals no key word, since its quotes are part of its text.
     *
     * @param word a key word or a mark
     * @return whether this token is it
     */
    public boolean is(String word) {
        return text.equalsIgnoreCase(word);
    }
}
