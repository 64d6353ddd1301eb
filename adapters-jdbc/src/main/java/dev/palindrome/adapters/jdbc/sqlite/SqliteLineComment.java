package dev.palindrome.adapters.jdbc.sqlite;

import dev.palindrome.spi.sql.LexerRule;
import dev.palindrome.spi.sql.ScriptCursor;
import dev.palindrome.spi.sql.TokenType;
import java.util.Optional;

/**
 * {@code --} up to the line feed. To SQLite a carriage return alone ends no comment: what looks like the next line would be
 * left out without a word, so it is refused.
 */
final class SqliteLineComment implements LexerRule {

    @Override
    public Optional<TokenType> read(ScriptCursor cursor) {
        if (!cursor.at("--")) {
            return Optional.empty();
        }
        cursor.advanceToLineEnd();
        while (cursor.ahead(0) == '\r') {
            cursor.advance(1);
        }
        if (cursor.ahead(0) != '\n' && !cursor.atEnd()) {
            cursor.refuse(
                    "The line of this comment ends with a carriage return alone, behind which SQLite goes on reading "
                            + "the comment. Save the file with line feeds as line ends.");
        }
        return Optional.of(TokenType.BLANK);
    }
}
