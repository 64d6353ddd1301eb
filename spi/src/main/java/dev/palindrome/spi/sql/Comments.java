package dev.palindrome.spi.sql;

import java.util.Optional;

/**
 * Rules for comments.
 *
 * @since 0.1
 */
public final class Comments {
    private static final String OPENING = "/*";
    private static final String CLOSING = "*/";

    private Comments() {}

    /**
     * A comment to the end of the line.
     *
     * @param opening what it begins with, such as {@code --}
     * @return the rule
     */
    public static LexerRule line(String opening) {
        return cursor -> {
            if (!cursor.at(opening)) {
                return Optional.empty();
            }
            cursor.advanceToLineEnd();
            return Optional.of(TokenType.BLANK);
        };
    }

    /**
     * A comment between {@code /*} and the next {@code *}{@code /}.
     *
     * @return the rule
     */
    public static LexerRule block() {
        return cursor -> {
            if (!cursor.at(OPENING)) {
                return Optional.empty();
            }
            cursor.advance(OPENING.length());
            return cursor.advancePast(CLOSING) ? Optional.of(TokenType.BLANK) : unterminated(cursor);
        };
    }

    /**
     * A comment between {@code /*} and its {@code *}{@code /}, in which further comments open and close.
     *
     * @return the rule
     */
    public static LexerRule nested() {
        return cursor -> {
            if (!cursor.at(OPENING)) {
                return Optional.empty();
            }
            int depth = 0;
            while (!cursor.atEnd()) {
                boolean opens = cursor.at(OPENING);
                boolean closes = !opens && cursor.at(CLOSING);
                depth += opens ? 1 : closes ? -1 : 0;
                cursor.advance(opens || closes ? 2 : 1);
                if (depth == 0) {
                    return Optional.of(TokenType.BLANK);
                }
            }
            return unterminated(cursor);
        };
    }

    private static Optional<TokenType> unterminated(ScriptCursor cursor) {
        cursor.unterminated("The comment", "Close it with */ (one for each /* where comments nest).");
        return Optional.of(TokenType.BLANK);
    }
}
