package dev.palindrome.adapters.jdbc.postgresql;

import dev.palindrome.spi.sql.LexerRule;
import dev.palindrome.spi.sql.ScriptCursor;
import dev.palindrome.spi.sql.TokenType;
import java.util.Map;
import java.util.Optional;

/**
 * psql's backslash commands, each refused with its line. But {@code \restrict} and {@code \}{@code unrestrict}, which pg_dump
 * writes since 2025 round every plain dump and which only forbid psql further commands, are left out silently: here no
 * further command runs anyway.
 */
final class PsqlCommand implements LexerRule {
    private static final String GENERAL = "Remove it, or write SQL that does the same.";
    private static final Map<String, String> REMEDIES = Map.ofEntries(
            Map.entry("\\i", "Put that file's SQL here, or make it a migration of its own."),
            Map.entry("\\ir", "Put that file's SQL here, or make it a migration of its own."),
            Map.entry("\\include", "Put that file's SQL here, or make it a migration of its own."),
            Map.entry("\\set", "Write the value where the variable is used."),
            Map.entry("\\c", "A migration runs on one database, the one it is run for: remove it."),
            Map.entry("\\connect", "A migration runs on one database, the one it is run for: remove it."),
            Map.entry("\\copy", "Write the rows as INSERT, or use COPY ... FROM a file on the server."),
            Map.entry("\\.", "It ends the data of a COPY that isn't there: remove it."),
            Map.entry("\\gexec", "Write a DO block that runs the texts with EXECUTE."),
            Map.entry("\\g", "End the statement with a semicolon."));

    @Override
    public Optional<TokenType> read(ScriptCursor cursor) {
        if (cursor.ahead(0) != '\\') {
            return Optional.empty();
        }
        cursor.advanceToLineEnd();
        String command = cursor.taken().strip().split("[\\s;]", 2)[0];
        boolean harmless = command.equals("\\restrict") || command.equals("\\unrestrict");
        if (!harmless || !cursor.atStatementStart()) {
            cursor.refuse("'" + command + "' is a command of psql, which the database itself doesn't know. "
                    + REMEDIES.getOrDefault(command, GENERAL));
        }
        return Optional.of(TokenType.BLANK);
    }
}
