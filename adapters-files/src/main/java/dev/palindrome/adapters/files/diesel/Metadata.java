package dev.palindrome.adapters.files.diesel;

import dev.palindrome.adapters.files.source.Findings;
import dev.palindrome.adapters.files.source.Line;
import dev.palindrome.adapters.files.source.SourceFile;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code metadata.toml} says: whether a migration runs in a transaction, in both directions. It reads as much of TOML as a
 * file of keys needs, and refuses the rest. Two things about it surprise: without the key Diesel runs no transaction, though it
 * does without the file; and a file that isn't TOML counts as none.
 */
final class Metadata {
    static final String FILE = "metadata.toml";

    private static final String KEY = "run_in_transaction";
    private static final Pattern ENTRY = Pattern.compile("\\s*([A-Za-z0-9_-]+)\\s*=\\s*(\\S.*?)\\s*");
    private static final Pattern TABLE = Pattern.compile("\\s*\\[+[^\\[\\]]+]+\\s*(?:#.*)?");
    private static final Pattern BLANK = Pattern.compile("\\s*(?:#.*)?");
    private static final Pattern TRUTH = Pattern.compile("(true|false)\\s*(?:#.*)?");

    private Metadata() {}

    /**
     * Reads the file.
     *
     * @return whether the migration runs in a transaction; a warning is added if it doesn't say so
     * @throws ProblemException if Diesel would pass over it
     */
    static boolean isTransactional(SourceFile file, Findings findings) {
        Optional<Boolean> said = Optional.empty();
        boolean inTable = false;
        for (Line line : file.lines()) {
            Matcher entry = ENTRY.matcher(line.content());
            if (TABLE.matcher(line.content()).matches()) {
                inTable = true;
            } else if (entry.matches()) {
                if (entry.group(1).equals(KEY) && !inTable) {
                    Matcher truth = TRUTH.matcher(entry.group(2));
                    if (!truth.matches()) {
                        throw malformed(file, line);
                    }
                    said = Optional.of(Boolean.valueOf(truth.group(1)));
                }
            } else if (!BLANK.matcher(line.content()).matches()) {
                throw malformed(file, line);
            }
        }
        if (said.isEmpty()) {
            findings.warning(
                    DieselCodes.METADATA,
                    "The file says nothing of '" + KEY
                            + "', and Diesel then runs the migration without a transaction, though"
                            + " it would run it in one if the file weren't there. Say '" + KEY
                            + " = false', or 'true'.",
                    new Location(file.name(), 1));
        }
        return said.orElse(false);
    }

    private static ProblemException malformed(SourceFile file, Line line) {
        return new ProblemException(Problem.error(
                        DieselCodes.METADATA,
                        "'" + line.content().strip()
                                + "' is not understood, and Diesel would go on as if the file weren't"
                                + " there. Expected is '" + KEY + " = true' or 'false'.")
                .at(file.at(line)));
    }
}
