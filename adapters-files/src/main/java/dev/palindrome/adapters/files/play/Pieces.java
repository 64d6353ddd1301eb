package dev.palindrome.adapters.files.play;

import dev.palindrome.adapters.files.source.ExpandedScript;
import dev.palindrome.adapters.files.source.Findings;
import dev.palindrome.adapters.files.source.Line;
import dev.palindrome.adapters.files.source.OpenEnd;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.SqlScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Cuts a half into statements as Play does: at each semicolon that stands alone, whatever is around it; two of them are one
 * that doesn't cut. Then puts in the values of {@code $evolutions{{{name}}}}.
 */
final class Pieces {
    private final String source;
    private final Substitutions substitutions;
    private final Findings findings;
    private final List<Operation> pieces = new ArrayList<>();
    private final StringBuilder piece = new StringBuilder();
    private boolean isBlank = true;
    private int firstLine;

    private Pieces(String source, Substitutions substitutions, Findings findings) {
        this.source = source;
        this.substitutions = substitutions;
        this.findings = findings;
    }

    /**
     * Cuts a half.
     *
     * @param half its lines
     * @param source where they stand
     * @param values the values of substitutions, by name
     * @param findings gets a warning for each cut within quotes or a comment
     * @return its statements
     * @throws dev.palindrome.spi.ProblemException if a substitution has no value
     */
    static List<Operation> of(List<Line> half, String source, Map<String, String> values, Findings findings) {
        Pieces pieces = new Pieces(source, new Substitutions(values), findings);
        half.forEach(pieces::add);
        pieces.end();
        return pieces.pieces;
    }

    private void add(Line line) {
        String content = line.content();
        int from = 0;
        for (int at = 0; at < content.length(); at++) {
            if (content.charAt(at) != ';') {
                continue;
            }
            int end = at;
            while (end < content.length() && content.charAt(end) == ';') {
                end++;
            }
            if (end - at == 1) {
                append(content.substring(from, at), line);
                warnOfCut(content.substring(end), line);
                end();
                from = end;
            }
            at = end - 1;
        }
        append(content.substring(from), line);
        piece.append('\n');
    }

    private void append(String text, Line line) {
        if (isBlank && !text.isBlank()) {
            piece.setLength(0);
            firstLine = line.number();
            isBlank = false;
        }
        piece.append(text);
    }

    private void warnOfCut(String rest, Line line) {
        String text = piece.toString();
        boolean inComment = !rest.isBlank() && OpenEnd.of(text + "'").isEmpty();
        OpenEnd.of(text)
                .map(OpenEnd::mark)
                .or(() -> inComment ? Optional.of("--") : Optional.empty())
                .ifPresent(mark -> findings.warning(
                        PlayCodes.STATEMENT_CUT,
                        "Play ends the statement at a semicolon of this line, though " + mark
                                + " is still open. Write ';;' for a semicolon that ends no statement.",
                        new Location(source, line.number())));
    }

    private void end() {
        Location place = new Location(source, firstLine);
        String written = piece.toString().strip().replace(";;", ";");
        SqlScript script = new SqlScript(substitutions.replace(written, place), place);
        if (!script.isEmpty()) {
            pieces.add(ExpandedScript.of(script, written, substitutions::secrets));
        }
        piece.setLength(0);
        isBlank = true;
    }
}
