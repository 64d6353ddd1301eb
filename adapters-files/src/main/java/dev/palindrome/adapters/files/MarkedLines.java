package dev.palindrome.adapters.files;

import dev.palindrome.adapters.files.source.LineEnds;
import dev.palindrome.spi.NearestName;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of one of our own files that mean something to us, found in one pass. All of them are SQL comments:
 *
 * <ul>
 *   <li>A <em>section marker</em> is {@code -- forwards} or {@code -- backwards} alone on its line, beginning in the first
 *       column, in any case, with or without the blank; after {@code backwards} a colon and a note may follow.
 *   <li>A <em>header line</em> is {@code -- palindrome:} with whatever follows; it may be indented.
 *   <li>A <em>near miss</em> is a comment that nobody would write but for a marker ({@code -- backward}, an indented {@code
 *       -- backwards}, {@code -- backwards;}). It matters only when the file lacks the section: then taking it for a
 *       comment would run the backwards half forwards.
 *   <li>A <em>foreign marker</em> begins a section for another tool ({@code -- +goose Down}). It matters only in a file
 *       without sections of ours, for the same reason.
 * </ul>
 *
 * SQL isn't looked at, so a marker cuts even in the middle of a string or a function's body. That never goes unnoticed: the
 * half above it then ends within an open quote, which every dialect reports with its line. Indented, the same line is a
 * comment like any other. Lines end with LF, CRLF or CR.
 */
final class MarkedLines {
    /** How goose and sql-migrate, micrate, dbmate, Play, MyBatis, Liquibase and node-pg-migrate begin their lines. */
    private static final Pattern FOREIGN = Pattern.compile(
            "(?:\\+goose|\\+migrate|\\+micrate|migrate:|!ups|!downs|@undo|liquibase formatted|(?:up|down) migration).*"
                    + "|up|down|undo|rollback",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern DECORATION = Pattern.compile("[-/# ]*");

    private final String text;
    final List<Line> foreignMarkers = new ArrayList<>();
    final List<Line> headers = new ArrayList<>();
    final List<Line> headerNearMisses = new ArrayList<>();
    final List<Marker> markers = new ArrayList<>();
    final Map<Half, Line> nearMisses = new EnumMap<>(Half.class);

    MarkedLines(String text) {
        this.text = text;
        int number = 1;
        int start = 0;
        while (start < text.length()) {
            int end = LineEnds.endOfLine(text, start);
            int next = LineEnds.afterLineEnd(text, end);
            int first = afterBlanks(start, end);
            if (text.startsWith("--", first)) {
                Line line = new Line(number, start, next, content(first + 2, end));
                foreign(line);
                comment(line, first == start);
            } else if (text.startsWith("#", first)) {
                foreign(new Line(number, start, next, content(first + 1, end)));
            }
            start = next;
            number++;
        }
    }

    private void comment(Line line, boolean inFirstColumn) {
        String content = line.content();
        int wordStart = 0;
        while (wordStart < content.length() && !Character.isLetter(content.charAt(wordStart))) {
            wordStart++;
        }
        int wordEnd = wordStart;
        while (wordEnd < content.length() && Character.isLetter(content.charAt(wordEnd))) {
            wordEnd++;
        }
        String word = content.substring(wordStart, wordEnd).toLowerCase(Locale.ROOT);
        String rest = content.substring(wordEnd).strip();
        if (wordStart == 0 && word.equals("palindrome") && rest.startsWith(":")) {
            headers.add(new Line(line.number(), line.start(), line.next(), rest.substring(1)));
        } else if (NearestName.isNear(word, "palindrome") && rest.indexOf('=') >= 0) {
            headerNearMisses.add(line);
        } else {
            for (Half half : Half.values()) {
                boolean exact = wordStart == 0 && inFirstColumn && word.equals(half.word());
                if (exact && (rest.isEmpty() || rest.startsWith(":"))) {
                    markers.add(new Marker(half, note(rest), line));
                } else if (NearestName.isNear(word, half.word()) && !continues(rest)) {
                    nearMisses.putIfAbsent(half, line);
                }
            }
        }
    }

    private void foreign(Line line) {
        Matcher decoration = DECORATION.matcher(line.content());
        if (decoration.lookingAt()
                && FOREIGN.matcher(line.content())
                        .region(decoration.end(), line.content().length())
                        .matches()) {
            foreignMarkers.add(line);
        }
    }

    private static Optional<String> note(String rest) {
        return rest.isEmpty() ? Optional.empty() : Optional.of(rest.substring(1).strip());
    }

    /** {@return whether a comment goes on as prose after its first word} */
    private static boolean continues(String rest) {
        return !rest.isEmpty() && Character.isLetterOrDigit(rest.charAt(0));
    }

    private String content(int from, int to) {
        return text.substring(from, to).strip();
    }

    private int afterBlanks(int from, int to) {
        int at = from;
        while (at < to && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /**
     * A comment line.
     *
     * @param number counted from 1
     * @param start the index of its first character
     * @param next the index of the next line
     * @param content what counts of it, without blanks around
     */
    record Line(int number, int start, int next, String content) {}

    /**
     * A section marker.
     *
     * @param half which section it begins
     * @param note what follows the colon; empty if there is no colon
     * @param line where it stands
     */
    record Marker(Half half, Optional<String> note, Line line) {}
}
