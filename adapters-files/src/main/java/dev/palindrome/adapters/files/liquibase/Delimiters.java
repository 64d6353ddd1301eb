package dev.palindrome.adapters.files.liquibase;

import dev.palindrome.adapters.files.source.LineEnds;
import dev.palindrome.spi.SqlScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Where Liquibase ends statements otherwise than by a semicolon: at its {@code endDelimiter}, and without one at a line that is
 * {@code go} or {@code /}. Never within quotes and comments, as it reads them: with backslashes that escape, and without dollar
 * quotes. Semicolons are left to the dialect.
 */
final class Delimiters {
    private static final Pattern LINE = Pattern.compile("(?im)^[ \\t]*(?:go|/)[ \\t]*$");

    private Delimiters() {}

    /**
     * Cuts a script.
     *
     * @param script the script
     * @param delimiter one character, or a regular expression; empty, or a semicolon, for the usual
     * @return the pieces without what was between them
     * @throws PatternSyntaxException if that is no regular expression
     */
    static List<SqlScript> cut(SqlScript script, Optional<String> delimiter) {
        String text = script.text();
        Matcher end = delimiter
                .filter(written -> !written.equals(";"))
                .map(Delimiters::pattern)
                .orElse(LINE)
                .matcher(text);
        end.useAnchoringBounds(false).useTransparentBounds(true);
        List<SqlScript> pieces = new ArrayList<>();
        int start = 0;
        int at = 0;
        while (at < text.length()) {
            int behind = Quoted.end(text, at);
            if (behind > at) {
                at = behind;
            } else if (end.region(at, text.length()).lookingAt() && end.end() > at) {
                piece(script, start, at, pieces);
                start = end.end();
                at = start;
            } else {
                at++;
            }
        }
        piece(script, start, text.length(), pieces);
        return pieces;
    }

    private static Pattern pattern(String delimiter) {
        return delimiter.length() == 1
                ? Pattern.compile(Pattern.quote(delimiter))
                : Pattern.compile(delimiter, Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    }

    private static void piece(SqlScript script, int start, int end, List<SqlScript> pieces) {
        String text = script.text().substring(start, end);
        if (!text.isBlank()) {
            int lines = 0;
            for (int at = LineEnds.endOfLine(script.text(), 0);
                    at < start;
                    at = LineEnds.endOfLine(script.text(), LineEnds.afterLineEnd(script.text(), at))) {
                lines++;
            }
            pieces.add(new SqlScript(text, script.location().plusLines(lines)));
        }
    }
}
