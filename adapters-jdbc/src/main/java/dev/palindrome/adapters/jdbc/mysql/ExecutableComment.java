package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.spi.sql.LexerRule;
import dev.palindrome.spi.sql.ScriptCursor;
import dev.palindrome.spi.sql.Token;
import dev.palindrome.spi.sql.TokenType;
import java.util.List;
import java.util.Optional;

/**
 * Comments that the servers run: from {@code /*!} or {@code /*M!}, mostly with the version from which on, to the next
 * {@code *}{@code /} outside of quotes and comments. What is in them is code, so that only the two marks are read here.
 */
final class ExecutableComment implements LexerRule {
    static final String CLOSING = "*/";

    private boolean isOpen;

    @Override
    public Optional<TokenType> read(ScriptCursor cursor) {
        if (isOpen && cursor.at(CLOSING)) {
            isOpen = false;
            cursor.advance(CLOSING.length());
            return Optional.of(TokenType.SYMBOL);
        }
        boolean isOurs = cursor.ahead(0) == '/' && (cursor.at("/*!") || cursor.at("/*M!"));
        if (!isOurs) {
            return Optional.empty();
        }
        isOpen = true;
        cursor.advance(cursor.ahead(2) == '!' ? 3 : 4);
        while (cursor.ahead(0) >= '0' && cursor.ahead(0) <= '9') {
            cursor.advance(1);
        }
        return Optional.of(TokenType.SYMBOL);
    }

    static boolean opens(Token token) {
        return token.text().startsWith("/*"); // the others are no tokens
    }

    static boolean closes(Token token) {
        return token.type() == TokenType.SYMBOL && token.is(CLOSING);
    }

    /** {@return the tokens without the marks} */
    static List<Token> without(List<Token> tokens) {
        return tokens.stream().noneMatch(ExecutableComment::opens)
                ? tokens
                : tokens.stream().filter(t -> !opens(t) && !closes(t)).toList();
    }
}
