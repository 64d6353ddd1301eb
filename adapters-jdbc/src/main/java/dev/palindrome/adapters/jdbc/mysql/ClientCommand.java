package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.spi.sql.LexerRule;
import dev.palindrome.spi.sql.ScriptCursor;
import dev.palindrome.spi.sql.TokenType;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The clients' commands: a word in front of a statement, or a backslash anywhere. Each is refused with its line, but for
 * {@code \N}, which is a NULL for the servers.
 */
final class ClientCommand implements LexerRule {
    private static final String GENERAL = "Remove it, or write SQL that does the same.";
    private static final String INCLUDE = "Put that file's SQL here, or make it a migration of its own.";
    private static final String END = "End the statement with a semicolon.";

    private static final Map<String, String> REMEDIES = Map.of(
            "source", INCLUDE,
            "\\.", INCLUDE,
            "connect", "A migration runs on the server for which it is run: remove it.",
            "go", END,
            "ego", END,
            "\\g", END,
            "\\G", END,
            "\\d", "Write the word DELIMITER on a line of its own.");

    /** Those that aren't the beginning of a statement too, as use, help and kill are. */
    private static final Set<String> WORDS = Set.of(
            "charset",
            "clear",
            "connect",
            "edit",
            "ego",
            "exit",
            "go",
            "nopager",
            "notee",
            "nowarning",
            "pager",
            "print",
            "prompt",
            "quit",
            "rehash",
            "resetconnection",
            "source",
            "status",
            "system",
            "tee",
            "warnings");

    private static final int LONGEST = 15;

    @Override
    public Optional<TokenType> read(ScriptCursor cursor) {
        if (cursor.ahead(0) == '\\') {
            return Optional.of(backslash(cursor));
        }
        String word = cursor.atStatementStart() ? word(cursor) : "";
        if (!WORDS.contains(word)) {
            return Optional.empty();
        }
        cursor.advanceToLineEnd();
        return Optional.of(refused(cursor, word));
    }

    private static TokenType backslash(ScriptCursor cursor) {
        char command = cursor.ahead(1);
        if (command == 'N') {
            cursor.advance(2);
            return TokenType.SYMBOL;
        }
        if (command == '.' || command == '!') {
            cursor.advanceToLineEnd();
        } else {
            cursor.advance(2);
        }
        return refused(cursor, "\\" + command);
    }

    private static TokenType refused(ScriptCursor cursor, String command) {
        cursor.refuse(
                "'" + command.strip() + "' is a command of the mysql and mariadb clients, which the database itself"
                        + " doesn't know. " + REMEDIES.getOrDefault(command, GENERAL));
        return TokenType.BLANK;
    }

    private static String word(ScriptCursor cursor) {
        StringBuilder word = new StringBuilder();
        while (word.length() <= LONGEST && Character.isLetter(cursor.ahead(word.length()))) {
            word.append(cursor.ahead(word.length()));
        }
        char next = cursor.ahead(word.length());
        boolean ends = next == '\0' || next == ';' || Character.isWhitespace(next);
        return ends ? word.toString().toLowerCase(Locale.ROOT) : "";
    }
}
