package dev.palindrome.adapters.jdbc.postgresql;

import dev.palindrome.spi.sql.LexerRule;
import dev.palindrome.spi.sql.Quotes;
import dev.palindrome.spi.sql.ScriptCursor;
import dev.palindrome.spi.sql.TokenType;
import java.util.Optional;

/**
 * {@code $$...$$} and {@code $tag$...$tag$}, whose tag is a name without a dollar sign (PostgreSQL manual, 4.1.2.4). A dollar
 * sign within a name never gets here, since the name is read whole; {@code $1} is a parameter.
 */
final class DollarQuote implements LexerRule {

    @Override
    public Optional<TokenType> read(ScriptCursor cursor) {
        if (cursor.ahead(0) != '$') {
            return Optional.empty();
        }
        int length = 1;
        while (isOfTag(cursor.ahead(length), length == 1)) {
            length++;
        }
        if (cursor.ahead(length) != '$') {
            return Optional.empty();
        }
        StringBuilder mark = new StringBuilder();
        for (int i = 0; i <= length; i++) {
            mark.append(cursor.ahead(i));
        }
        return Quotes.marked(mark.toString()).read(cursor);
    }

    private static boolean isOfTag(char c, boolean first) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || c == '_'
                || c >= 0x80
                || (!first && c >= '0' && c <= '9');
    }
}
