package dev.palindrome.spi.sql;

import java.util.Optional;

/**
 * Rules for lines that are meant for a database's command-line client and not for the database.
 *
 * @since 0.1
 */
public final class ClientCommands {
    private ClientCommands() {}

    /**
     * A command that begins with a certain character in front of any statement and takes its line: each is reported as
     * {@code script/unsupported} and skipped.
     *
     * @param mark the character
     * @param client the client that understands such commands
     * @return the rule
     */
    public static LexerRule refused(char mark, String client) {
        return cursor -> {
            if (cursor.ahead(0) != mark || !cursor.atStatementStart()) {
                return Optional.empty();
            }
            cursor.advanceToLineEnd();
            cursor.refuse("'" + cursor.taken().strip() + "' is a command of " + client
                    + ", which the database itself doesn't know. Remove the line, or write SQL that does the same.");
            return Optional.of(TokenType.BLANK);
        };
    }

    /**
     * The line {@code DELIMITER text} in front of a statement, as MySQL's client and those that follow it have it: what
     * comes behind it ends with that text instead of a semicolon. The text may stand in quotes.
     *
     * @return the rule
     */
    public static LexerRule delimiter() {
        return cursor -> {
            if (!cursor.atStatementStart() || !cursor.at("DELIMITER") || !isBlankOrEnd(cursor.ahead(9))) {
                return Optional.empty();
            }
            cursor.advanceToLineEnd();
            String[] words = cursor.taken().strip().split("\\s+", 3);
            String delimiter = words.length > 1 ? words[1].replaceAll("^(['\"`])(.+)\\1$", "$2") : "";
            if (delimiter.isEmpty()) {
                cursor.refuse("DELIMITER stands without a delimiter. Write one behind it, such as ;; or //.");
            } else {
                cursor.endStatementsWith(delimiter);
            }
            return Optional.of(TokenType.BLANK);
        };
    }

    private static boolean isBlankOrEnd(char c) {
        return c == '\0' || Character.isWhitespace(c);
    }
}
