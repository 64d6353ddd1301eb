package dev.palindrome.adapters.files.mybatis;

import dev.palindrome.adapters.files.source.Line;
import dev.palindrome.adapters.files.source.SourceFile;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The line that begins the undo part: two dashes or slashes, two slashes, {@code @UNDO}. What looks like it and isn't lets the
 * undo part run on the way forwards, so it is refused.
 */
final class UndoMarker {
    private static final Pattern MARKER = Pattern.compile("[ \t]*(?:--|//)[ \t]*//[ \t]*@UNDO.*");
    private static final Pattern NEAR_MISS =
            Pattern.compile("\\s*(?:--|//|#)?\\s*(?:--|//)?\\s*@\\s*UNDO\\b.*", Pattern.CASE_INSENSITIVE);

    private UndoMarker() {}

    /** {@return whether a text has such a line, or one that is meant to be one} */
    static boolean isMeantIn(String text) {
        return text.lines().anyMatch(line -> NEAR_MISS.matcher(line).matches());
    }

    /**
     * Finds it.
     *
     * @throws ProblemException if there is what looks like it before it, or in place of it
     */
    static Optional<Line> find(SourceFile file, List<Line> lines) {
        for (Line line : lines) {
            if (MARKER.matcher(line.content()).matches()) {
                return Optional.of(line);
            }
            if (NEAR_MISS.matcher(line.content()).matches()) {
                throw new ProblemException(Problem.error(
                                MybatisCodes.UNDO_MARKER,
                                "'" + line.content().strip()
                                        + "' does not begin the undo part: MyBatis Migrations runs what follows "
                                        + "on the way up. Write '-- //@UNDO'.")
                        .at(file.at(line)));
            }
        }
        return Optional.empty();
    }
}
