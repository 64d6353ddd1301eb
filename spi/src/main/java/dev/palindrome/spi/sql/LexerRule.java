package dev.palindrome.spi.sql;

import java.util.Optional;

/**
 * How a dialect writes one kind of thing: a quoted text, a comment, a command of its client. Adapter authors take those of
 * {@link Quotes}, {@link Comments} and {@link ClientCommands} or write their own; {@link ScriptSplitter} calls each rule in
 * turn wherever a token may begin. A rule keeps nothing between calls, so that a splitter serves several threads.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface LexerRule {

    /**
     * Reads one token if it is of this rule's kind.
     *
     * @param cursor stands at the token's first character; to be left behind its last one, or where it stands when the
     *     token is of another kind
     * @return what was read, {@link TokenType#BLANK} if it belongs to no statement; empty for a token of another kind
     */
    Optional<TokenType> read(ScriptCursor cursor);
}
