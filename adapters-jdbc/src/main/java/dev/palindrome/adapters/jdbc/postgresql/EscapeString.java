package dev.palindrome.adapters.jdbc.postgresql;

import dev.palindrome.spi.sql.LexerRule;
import dev.palindrome.spi.sql.Quotes;
import dev.palindrome.spi.sql.ScriptCursor;
import dev.palindrome.spi.sql.TokenType;
import java.util.Optional;

/**
 * {@code E'...'}, in which a backslash escapes (PostgreSQL manual, 4.1.2.2). A text that goes on in quotes on a further line
 * is one text to the server, escapes and all; psql and the JDBC driver read the further piece without escapes. Where
 * that moves the closing quote, no client can send it, and it is refused.
 */
final class EscapeString implements LexerRule {
    private static final LexerRule ESCAPED = Quotes.escaped('\'');

    @Override
    public Optional<TokenType> read(ScriptCursor cursor) {
        if (!cursor.at("E'")) {
            return Optional.empty();
        }
        cursor.advance(1);
        ESCAPED.read(cursor);
        boolean ambiguous = false;
        for (int gap = continuation(cursor); gap > 0; gap = continuation(cursor)) {
            cursor.advance(gap);
            ambiguous |= hasEscapedQuote(cursor);
            ESCAPED.read(cursor);
        }
        if (ambiguous) {
            cursor.refuse(
                    "A text that begins with E' goes on in another line with a \\' in it, which PostgreSQL and its "
                            + "clients read in different ways. Write it in one piece, or join the pieces with || and put an E "
                            + "before each.");
        }
        return Optional.of(TokenType.QUOTED);
    }

    /** {@return how far away a quote stands behind nothing but white space and comments with a line end, or 0} */
    private static int continuation(ScriptCursor cursor) {
        boolean newLine = false;
        int i = 0;
        while (true) {
            char c = cursor.ahead(i);
            if (c == '\n' || c == '\r') {
                newLine = true;
                i++;
            } else if (c == ' ' || c == '\t' || c == '\f') {
                i++;
            } else if (c == '-' && cursor.ahead(i + 1) == '-') {
                i = lineEnd(cursor, i);
            } else {
                return newLine && c == '\'' ? i : 0;
            }
        }
    }

    private static int lineEnd(ScriptCursor cursor, int from) {
        int i = from;
        while (cursor.ahead(i) != '\n' && cursor.ahead(i) != '\r' && cursor.ahead(i) != '\0') {
            i++;
        }
        return i;
    }

    private static boolean hasEscapedQuote(ScriptCursor cursor) {
        int i = 1;
        while (cursor.ahead(i) != '\0') {
            if (cursor.ahead(i) == '\\') {
                if (cursor.ahead(i + 1) == '\'') {
                    return true;
                }
                i += 2;
            } else if (cursor.ahead(i) != '\'') {
                i++;
            } else if (cursor.ahead(i + 1) == '\'') {
                i += 2;
            } else {
                return false;
            }
        }
        return false;
    }
}
