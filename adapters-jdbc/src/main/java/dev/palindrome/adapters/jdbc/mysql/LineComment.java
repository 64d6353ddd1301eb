package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.spi.sql.LexerRule;
import dev.palindrome.spi.sql.ScriptCursor;
import dev.palindrome.spi.sql.TokenType;
import java.util.Optional;

/** {@code #}, and {@code --} if a blank or a control character follows: {@code 5--1} is six. */
final class LineComment implements LexerRule {
    @Override
    public Optional<TokenType> read(ScriptCursor cursor) {
        boolean begins = cursor.at("#") || (cursor.at("--") && isBlank(cursor.ahead(2)));
        if (!begins) {
            return Optional.empty();
        }
        cursor.advanceToLineEnd();
        return Optional.of(TokenType.BLANK);
    }

    /** Also the NUL that stands for the script's end. */
    private static boolean isBlank(char c) {
        return c <= ' ' || c == '\u007F';
    }
}
