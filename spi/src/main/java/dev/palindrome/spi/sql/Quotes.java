package dev.palindrome.spi.sql;

import java.util.Optional;

/**
 * Rules for what stands in quotes: texts and names.
 *
 * @since 0.1
 */
public final class Quotes {
    private Quotes() {}

    /**
     * The standard's quotes: a quote inside is written twice, and no other character means anything.
     *
     * @param quote the character on both sides
     * @return the rule
     */
    public static LexerRule doubled(char quote) {
        return cursor -> {
            if (cursor.ahead(0) != quote) {
                return Optional.empty();
            }
            cursor.advance(1);
            String closing = String.valueOf(quote);
            while (cursor.advancePast(closing)) {
                if (cursor.ahead(0) != quote) {
                    return Optional.of(TokenType.QUOTED);
                }
                cursor.advance(1);
            }
            return unterminated(cursor, quote);
        };
    }

    /**
     * Quotes in which a backslash takes the next character as it is; a quote inside may also be written twice.
     *
     * @param quote the character on both sides
     * @return the rule
     */
    public static LexerRule escaped(char quote) {
        return cursor -> {
            if (cursor.ahead(0) != quote) {
                return Optional.empty();
            }
            cursor.advance(1);
            while (!cursor.atEnd()) {
                char c = cursor.ahead(0);
                boolean twoTogether = c == '\\' || (c == quote && cursor.ahead(1) == quote);
                cursor.advance(twoTogether ? 2 : 1);
                if (c == quote && !twoTogether) {
                    return Optional.of(TokenType.QUOTED);
                }
            }
            return unterminated(cursor, quote);
        };
    }

    /**
     * Brackets round a name, which can't hold the closing one.
     *
     * @param opening the character before the name
     * @param closing the character behind it
     * @return the rule
     */
    public static LexerRule between(char opening, char closing) {
        return cursor -> {
            if (cursor.ahead(0) != opening) {
                return Optional.empty();
            }
            if (!cursor.advancePast(String.valueOf(closing))) {
                cursor.unterminated("The name in brackets", "Close it with " + closing + ".");
            }
            return Optional.of(TokenType.QUOTED);
        };
    }

    /**
     * A text between two equal marks of several characters, in which nothing else means anything.
     *
     * @param mark what stands on both sides, such as {@code $$}
     * @return the rule
     */
    public static LexerRule marked(String mark) {
        return cursor -> {
            if (!cursor.at(mark)) {
                return Optional.empty();
            }
            cursor.advance(mark.length());
            if (!cursor.advancePast(mark)) {
                cursor.unterminated("The quoted text", "Close it with " + mark + ".");
            }
            return Optional.of(TokenType.QUOTED);
        };
    }

    private static Optional<TokenType> unterminated(ScriptCursor cursor, char quote) {
        cursor.unterminated(
                "The quoted text or name",
                "Close it with " + quote + "; a " + quote + " that belongs to it is written twice.");
        return Optional.of(TokenType.QUOTED);
    }
}
