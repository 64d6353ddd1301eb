package dev.palindrome.adapters.files.dbmate;

import dev.palindrome.adapters.files.dbmate.Marker.Half;
import dev.palindrome.adapters.files.source.Findings;
import dev.palindrome.adapters.files.source.Line;
import dev.palindrome.adapters.files.source.OpenEnd;
import dev.palindrome.adapters.files.source.SourceFile;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.SqlScript;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the sections of one file: each is a half for the way up and a half for the way down, and both have to be there, if only
 * with nothing in them. What stands between two markers is one script, as written.
 */
final class DbmateParser {
    private final SourceFile file;
    private final Findings findings;

    DbmateParser(SourceFile file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    /**
     * Reads the file.
     *
     * @return its sections, at least one
     * @throws ProblemException if dbmate would refuse it
     */
    List<Section> read() {
        List<Marker> markers = markers();
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < markers.size(); i += 2) {
            Marker up = markers.get(i);
            if (up.half() == Half.DOWN) {
                throw problem(
                        up.half() + " has no " + Half.UP + " above it"
                                + (i == 0 ? "" : " that belongs to it")
                                + ". Put one above the SQL that goes forwards.",
                        file.at(up.line()));
            }
            if (i + 1 == markers.size() || markers.get(i + 1).half() == Half.UP) {
                throw problem(
                        up.half() + " has no " + Half.DOWN + " below it. Put one below the SQL that goes forwards, also"
                                + " when nothing follows it.",
                        file.at(up.line()));
            }
            Marker down = markers.get(i + 1);
            int end = i + 2 < markers.size()
                    ? markers.get(i + 2).line().start()
                    : file.text().length();
            sections.add(new Section(up, script(up, down.line().start()), down, script(down, end)));
        }
        return sections;
    }

    private List<Marker> markers() {
        List<Marker> markers = new ArrayList<>();
        for (Line line : file.lines()) {
            Marker.parse(line).ifPresentOrElse(markers::add, () -> {
                if (markers.isEmpty() && !isCommentOrBlank(line)) {
                    throw problem(
                            "Something stands above the first marker that is neither blank nor begins with '--'. Move it"
                                    + " below a line " + Half.UP + ".",
                            file.at(line));
                }
            });
        }
        if (markers.isEmpty()) {
            throw new ProblemException(Problem.error(
                            ProblemCodes.MIGRATION_FORWARDS_MISSING,
                            "The file has no line " + Half.UP + ". Put it above the SQL, in the first column.")
                    .at(file.place()));
        }
        markers.forEach(this::warnOfOptions);
        return markers;
    }

    private static boolean isCommentOrBlank(Line line) {
        return line.content().isBlank() || line.content().stripLeading().startsWith("--");
    }

    private void warnOfOptions(Marker marker) {
        for (String option : marker.meaningless()) {
            findings.warning(
                    DbmateCodes.OPTION,
                    "'" + option + "' means nothing to dbmate: the one option is 'transaction:false'. Correct it, or"
                            + " remove it.",
                    file.at(marker.line()));
        }
    }

    private SqlScript script(Marker above, int end) {
        Location place = file.at(above.line()).plusLines(1);
        String text = file.text().substring(above.line().next(), end);
        if (end < file.text().length()) {
            OpenEnd.of(text)
                    .ifPresent(quote -> findings.warning(
                            DbmateCodes.MARKER_IN_QUOTES,
                            "The half that begins here ends at the next marker, though " + quote.mark() + " of line "
                                    + (place.line() + quote.line() - 1)
                                    + " is still open. Indent the marker if it belongs to what is quoted.",
                            file.at(above.line())));
        }
        return new SqlScript(text, place);
    }

    private static ProblemException problem(String message, Location place) {
        return new ProblemException(Problem.error(DbmateCodes.SECTIONS, message).at(place));
    }

    /**
     * A section.
     *
     * @param upMarker what begins it
     * @param up what goes forwards
     * @param downMarker what begins its second half
     * @param down what takes it back
     */
    record Section(Marker upMarker, SqlScript up, Marker downMarker, SqlScript down) {}
}
