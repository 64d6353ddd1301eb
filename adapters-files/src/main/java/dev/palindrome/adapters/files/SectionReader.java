package dev.palindrome.adapters.files;

import dev.palindrome.adapters.files.MarkedLines.Line;
import dev.palindrome.adapters.files.MarkedLines.Marker;
import dev.palindrome.adapters.files.source.LineEnds;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.SqlScript;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the text of one of our own files: what stands in which half. Header lines come first, then the sections, in either
 * order and each at most once; above the first section there are comments only. A file without any marker is a forwards half
 * as a whole. A half is its lines as written, but for blank lines around it.
 */
final class SectionReader {
    private static final Line TOP = new Line(0, 0, 0, "");

    private final String text;
    private final String source;
    private final MarkedLines lines;
    private final List<Problem> problems;

    SectionReader(String text, String source, List<Problem> problems) {
        this.text = text;
        this.source = source;
        this.lines = new MarkedLines(text);
        this.problems = problems;
    }

    /** Reads a file that holds both halves, or the forwards half alone. */
    Halves bothHalves(HeaderReader header) {
        headers(header);
        Map<Half, Marker> markers = markers();
        if (markers.isEmpty()) {
            lines.foreignMarkers.stream()
                    .findFirst()
                    .ifPresent(line -> malformed(
                            "The comment '"
                                    + text.substring(line.start(), line.next()).strip()
                                    + "' begins a section for another tool, and the file has none of ours, so all of it would"
                                    + " run forwards. Write '-- forwards' and '-- backwards' above the two halves, or read the"
                                    + " folder in that tool's format with --format.",
                            at(line)));
            return new Halves(
                    header.header(),
                    scriptBelow(lastHeader()),
                    new Reversal.Absent(source + " has no section '" + Half.BACKWARDS.marker() + "'"));
        }
        preamble();
        Optional<Marker> forwards = Optional.ofNullable(markers.get(Half.FORWARDS));
        forwards.ifPresent(marker -> marker.note()
                .ifPresent(note -> malformed(
                        "The section marker '-- forwards' is followed by ': " + note + "'. Write it alone on its line.",
                        at(marker.line()))));
        return new Halves(
                header.header(),
                forwards.map(marker -> scriptBelow(marker.line()))
                        .orElseGet(() -> new SqlScript("", Location.of(source))),
                reversal(Optional.ofNullable(markers.get(Half.BACKWARDS))));
    }

    /** Reads the forwards file of a pair. */
    Halves forwardsFile(HeaderReader header) {
        headers(header);
        lines.markers.forEach(this::noSectionsHere);
        return new Halves(
                header.header(),
                scriptBelow(lastHeader()),
                new Reversal.Absent("there is no backwards file beside " + source));
    }

    /** Reads the backwards file of a pair: SQL, or the one line that says why there is none. */
    Reversal backwardsFile() {
        lines.headers.forEach(line -> malformed(
                "A header line stands in the backwards file of a pair. Move it to the forwards file.", at(line)));
        if (lines.markers.size() == 1
                && lines.markers.get(0).half() == Half.BACKWARDS
                && lines.markers.get(0).note().isPresent()) {
            preamble();
            return reversal(Optional.of(lines.markers.get(0)));
        }
        lines.markers.forEach(this::noSectionsHere);
        SqlScript script = scriptBelow(TOP);
        return script.isEmpty()
                ? new Reversal.Absent(source + " holds no SQL; if there is nothing to reverse, it should say"
                        + " '-- backwards: none needed'")
                : new Reversal.Given(List.of(script));
    }

    private void headers(HeaderReader header) {
        int limit = new SqlScript(text, new Location(source, 1))
                .firstCode()
                .map(Location::line)
                .orElse(Integer.MAX_VALUE);
        if (!lines.markers.isEmpty()) {
            limit = Math.min(limit, lines.markers.get(0).line().number());
        }
        for (Line line : lines.headers) {
            if (line.number() > limit) {
                malformed(
                        "A header line stands below the beginning of the SQL or of a section, in line " + limit
                                + ". Move it to the top of the file.",
                        at(line));
            } else {
                header.read(line.content(), at(line));
            }
        }
        for (Line line : lines.headerNearMisses) {
            if (line.number() < limit) {
                malformed(
                        "The comment '-- " + line.content() + "' looks like a header line. Begin it with"
                                + " '-- palindrome:', or reword it.",
                        at(line));
            }
        }
    }

    private Map<Half, Marker> markers() {
        Map<Half, Marker> markers = new EnumMap<>(Half.class);
        for (Marker marker : lines.markers) {
            Marker first = markers.putIfAbsent(marker.half(), marker);
            if (first != null) {
                malformed(
                        "The section '" + marker.half().marker() + "' begins twice, in line "
                                + first.line().number() + " and in line "
                                + marker.line().number()
                                + ". Remove one of the two lines; or indent it, if it belongs to"
                                + " a function's body or to a string.",
                        at(marker.line()));
            }
        }
        lines.nearMisses.forEach((half, line) -> {
            if (!markers.containsKey(half)) {
                malformed(
                        "The comment '-- " + line.content() + "' looks like the section marker '" + half.marker()
                                + "', which this file does not have. Write '" + half.marker()
                                + "' alone on the line, from its first column on, or reword the comment.",
                        at(line));
            }
        });
        return markers;
    }

    private void preamble() {
        Marker first = lines.markers.get(0);
        new SqlScript(text.substring(0, first.line().start()), new Location(source, 1))
                .firstCode()
                .ifPresent(place -> malformed(
                        "SQL stands above the first section, '" + first.half().marker() + "' in line "
                                + first.line().number() + ". "
                                + (first.half() == Half.FORWARDS
                                        ? "Move it below that line."
                                        : "Put a line '-- forwards' above it."),
                        place));
    }

    private Reversal reversal(Optional<Marker> backwards) {
        if (backwards.isEmpty()) {
            return new Reversal.Absent(source + " has no section '" + Half.BACKWARDS.marker() + "'");
        }
        Marker marker = backwards.get();
        SqlScript script = scriptBelow(marker.line());
        if (marker.note().isPresent()) {
            script.firstCode()
                    .ifPresent(place -> malformed(
                            "'-- backwards: " + marker.note().get() + "' is followed by SQL. Remove the SQL, or write"
                                    + " '-- backwards' alone to have it run.",
                            place));
            return withoutScript(marker.note().get(), at(marker.line()));
        }
        return script.isEmpty()
                ? new Reversal.Absent(
                        "the section '-- backwards' of " + at(marker.line()) + " holds no SQL; if there is"
                                + " nothing to reverse, it should say '-- backwards: none needed'")
                : new Reversal.Given(List.of(script));
    }

    private Reversal withoutScript(String note, Location place) {
        String lower = note.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        if (lower.equals("none needed") || lower.equals("none needed.")) {
            return new Reversal.NotNeeded();
        }
        if (!lower.startsWith("irreversible")) {
            malformed(
                    "'-- backwards: " + note
                            + "' is not understood. Expected is '-- backwards' alone, '-- backwards: none"
                            + " needed', or '-- backwards: irreversible because …'.",
                    place);
        }
        return new Reversal.Absent(note);
    }

    private void noSectionsHere(Marker marker) {
        malformed(
                "A section marker, '" + marker.half().marker()
                        + "', stands in a file that is one half of a pair. Remove"
                        + " the line, or put both halves into one file.",
                at(marker.line()));
    }

    /** {@return the lines below a line up to the next marker or the end, without blank lines around them} */
    private SqlScript scriptBelow(Line above) {
        int end = lines.markers.stream()
                .mapToInt(marker -> marker.line().start())
                .filter(start -> start >= above.next())
                .findFirst()
                .orElse(text.length());
        while (end > above.next() && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        int start = above.next();
        int number = above.number() + 1;
        int lineEnd = LineEnds.endOfLine(text, start);
        while (lineEnd < end && text.substring(start, lineEnd).isBlank()) {
            start = LineEnds.afterLineEnd(text, lineEnd);
            number++;
            lineEnd = LineEnds.endOfLine(text, start);
        }
        return new SqlScript(text.substring(start, end), new Location(source, number));
    }

    /** {@return the line below which a file without sections begins} */
    private Line lastHeader() {
        return lines.headers.isEmpty() ? TOP : lines.headers.get(lines.headers.size() - 1);
    }

    private Location at(Line line) {
        return new Location(source, line.number());
    }

    private void malformed(String message, Location place) {
        problems.add(Problem.error(ProblemCodes.MIGRATION_MALFORMED, message).at(place));
    }

    /**
     * What a file holds.
     *
     * @param header what its header lines say
     * @param forwards its forwards half; may be empty
     * @param reversal its backwards half
     */
    record Halves(Header header, SqlScript forwards, Reversal reversal) {}
}
