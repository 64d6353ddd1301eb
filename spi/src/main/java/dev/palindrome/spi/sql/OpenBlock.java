package dev.palindrome.spi.sql;

/**
 * A block whose inside holds semicolons that end nothing.
 *
 * @param opening the token with which it opens; problems name its line
 * @param closing what would close it, as the end of a sentence, such as {@code "END"}
 * @since 0.1
 */
public record OpenBlock(Token opening, String closing) {}
