package dev.palindrome.adapters.files.mybatis;

import dev.palindrome.adapters.files.source.Findings;
import dev.palindrome.adapters.files.source.OpenEnd;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts lines into statements as MyBatis Migrations does when it doesn't send a script whole: a line that has the delimiter
 * anywhere ends a statement, whatever the quotes say, and what follows its last delimiter is thrown away. A comment can set
 * another delimiter.
 */
final class LineCut {
    private static final Pattern DELIMITER =
            Pattern.compile("\\s*(?:--|//)?\\s*(?://)?\\s*@DELIMITER\\s+(\\S+).*", Pattern.CASE_INSENSITIVE);

    private final MybatisOptions options;
    private final Findings findings;

    LineCut(MybatisOptions options, Findings findings) {
        this.options = options;
        this.findings = findings;
    }

    /**
     * Cuts.
     *
     * @throws ProblemException if the last statement has no delimiter, or another is set where the part ends
     */
    List<Part.Script> cut(Part part) {
        List<Part.Script> pieces = new ArrayList<>();
        String delimiter = options.delimiter();
        int first = -1;
        for (int i = 0; i < part.expanded().size(); i++) {
            String line = part.expanded().get(i);
            String trimmed = line.strip();
            if (trimmed.startsWith("--") || trimmed.startsWith("//")) {
                Matcher other = DELIMITER.matcher(trimmed);
                delimiter = other.matches() ? other.group(1) : delimiter;
                continue;
            }
            first = first < 0 && !trimmed.isEmpty() ? i : first;
            boolean ends = options.isDelimiterALine() ? trimmed.equals(delimiter) : trimmed.contains(delimiter);
            if (ends) {
                int end = line.lastIndexOf(delimiter);
                Part.Script piece = part.piece(first, i, line.substring(0, end));
                pieces.add(piece);
                warnOfCut(piece, part.at(i));
                first = -1;
                reportLost(line.substring(end + delimiter.length()).strip(), delimiter, part, i);
            }
        }
        if (first >= 0) {
            throw new ProblemException(Problem.error(
                            MybatisCodes.NO_DELIMITER,
                            "The statement that begins here has no delimiter at its end, '" + delimiter
                                    + "'. MyBatis Migrations would run all before it, and fail. Add the delimiter.")
                    .at(part.at(first)));
        }
        if (!delimiter.equals(options.delimiter())) {
            throw new ProblemException(Problem.error(
                            MybatisCodes.DELIMITER_LEAK,
                            "The delimiter is '" + delimiter
                                    + "' where this part ends, and MyBatis Migrations goes on with it in the next script of the"
                                    + " same run, so what runs depends on where a run begins. Set it back at the end: --"
                                    + " @DELIMITER " + options.delimiter())
                    .at(part.at(part.lines().size() - 1)));
        }
        return pieces;
    }

    private void warnOfCut(Part.Script piece, Location end) {
        OpenEnd.of(piece.sql().text())
                .ifPresent(quote -> findings.warning(
                        MybatisCodes.STATEMENT_CUT,
                        "MyBatis Migrations ends the statement with this line, though " + quote.mark() + " of line "
                                + (piece.sql().location().line() + quote.line() - 1)
                                + " is still open. Set send_full_script: true if it does so for you, or put another"
                                + " delimiter round the statement: -- @DELIMITER",
                        end));
    }

    private void reportLost(String lost, String delimiter, Part part, int line) {
        if (!lost.isEmpty() && !lost.startsWith("--") && !lost.startsWith("/*") && !lost.startsWith("//")) {
            String written = part.lines().get(line).content().strip();
            findings.warning(
                    MybatisCodes.TEXT_LOST,
                    "'" + (written.endsWith(lost) ? lost : written)
                            + "' does not run: MyBatis Migrations throws away what follows the last '" + delimiter
                            + "' of a line. Put it on a line of its own.",
                    part.at(line));
        }
    }
}
