package dev.palindrome.adapters.files.liquibase;

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

    private final SqlScript script;
    private final List<SqlScript> pieces = new ArrayList<>();
    private int start;
    private int lines;

    private Delimiters(SqlScript script) {
        this.script = script;
    }

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
        Delimiters cut = new Delimiters(script);
        int at = 0;
        while (at < text.length()) {
            int behind = Quoted.end(text, at);
            if (behind > at) {
                at = behind;
            } else if (end.region(at, text.length()).lookingAt() && end.end() > at) {
                cut.piece(at);
                at = end.end();
                cut.moveTo(at);
            } else {
                at++;
            }
        }
        cut.piece(text.length());
        return cut.pieces;
    }

    private static Pattern pattern(String delimiter) {
        return delimiter.length() == 1
                ? Pattern.compile(Pattern.quote(delimiter))
                : Pattern.compile(delimiter, Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    }

    private void piece(int end) {
        String text = script.text().substring(start, end);
        if (!text.isBlank()) {
            pieces.add(new SqlScript(text, script.location().plusLines(lines)));
        }
    }

    private void moveTo(int next) {
        for (int at = start; at < next; at++) {
            lines += endsLine(at) ? 1 : 0;
        }
        start = next;
    }

    private boolean endsLine(int at) {
        String text = script.text();
        return text.charAt(at) == '\n' || (text.charAt(at) == '\r' && !text.startsWith("\n", at + 1));
    }
}
