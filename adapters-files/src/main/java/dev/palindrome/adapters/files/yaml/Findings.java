package dev.palindrome.adapters.files.yaml;

import dev.palindrome.spi.Location;
import dev.palindrome.spi.NearestName;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What is wrong with one file: each finding with its place, all of them together in the order of the text. */
final class Findings {
    private final String source;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<Mark> places = new HashSet<>();

    Findings(String source) {
        this.source = source;
    }

    void add(Mark mark, String message) {
        findings.add(new Finding(mark, message));
        places.add(mark);
    }

    /** Adds it unless something is known of that place already. */
    void addOnce(Mark mark, String message) {
        if (!places.contains(mark)) {
            add(mark, message);
        }
    }

    /**
     * Something else stands there than what was expected.
     *
     * @param subject what it is about, as the sentence begins
     * @param expected what was expected
     * @param found what stands there
     * @param remedy what to do about it
     */
    void unexpected(String subject, String expected, Node found, String remedy) {
        addOnce(found.mark(), subject + ": expected " + expected + ", found " + found.words() + ". " + remedy);
    }

    Location at(int line) {
        return new Location(source, line);
    }

    int count() {
        return findings.size();
    }

    List<Problem> problems() {
        return findings.stream()
                .sorted(Comparator.<Finding>comparingInt(f -> f.mark().line())
                        .thenComparingInt(f -> f.mark().column()))
                .map(f -> Problem.error(
                                ProblemCodes.MIGRATION_MALFORMED,
                                "Column " + f.mark().column() + ": " + f.message())
                        .at(at(f.mark().line())))
                .toList();
    }

    /** {@return the name that was most likely meant, however it is capitalised or joined} */
    static Optional<String> nearest(String word, Collection<String> known) {
        return NearestName.of(bare(word), known.stream().map(Findings::bare).toList())
                .flatMap(near ->
                        known.stream().filter(name -> bare(name).equals(near)).findFirst());
    }

    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
    }

    /** {@return a sentence with the name that was most likely meant, or with all that there are} */
    static String hint(String word, Collection<String> known) {
        return nearest(word, known)
                .map(near -> "Did you mean '" + near + "'?")
                .orElseGet(() -> "There is: " + String.join(", ", known) + ".");
    }

    private record Finding(Mark mark, String message) {}
}
