package dev.palindrome.spi.sql;

/**
 * What a piece of a script is to a splitter. Rules say it of what they read.
 *
 * @since 0.1
 */
public enum TokenType {
    /** White space, a comment, or whatever else belongs to no statement. Nobody is shown it. */
    BLANK,
    /** A key word or a name without quotes. */
    WORD,
    /** A text or a name in quotes, or anything else whose inside means nothing to the splitter. */
    QUOTED,
    /** One character of an operator, a bracket, a mark, or a run of digits. */
    SYMBOL
}
