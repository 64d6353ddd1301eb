package dev.palindrome.adapters.cli.terminal;

import dev.palindrome.spi.Location;
import dev.palindrome.spi.Problem;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/** Prints problems for people: one as a line, several numbered. */
final class ProblemText {
    private final Style style;
    private final PrintWriter to;

    ProblemText(Style style, PrintWriter to) {
        this.style = style;
        this.to = to;
    }

    /** Prints the problems, and above several of them the heading. */
    void print(Optional<String> heading, List<Problem> problems) {
        if (problems.size() == 1) {
            to.println(line(problems.get(0)));
            return;
        }
        if (!problems.isEmpty()) {
            heading.ifPresent(text -> to.println(style.strong(style.sentence(text))));
        }
        int number = 1;
        for (Problem problem : problems) {
            to.println("  " + number++ + ". " + line(problem));
        }
    }

    private String line(Problem problem) {
        String severity = problem.isError() ? style.bad("error:") : style.attention("warning:");
        return severity + " [" + problem.code().path() + "] " + style.sentence(problem.message())
                + problem.location()
                        .map(Location::toString)
                        .filter(place -> !problem.message().contains(place))
                        .map(place -> " (" + place + ")")
                        .orElse("");
    }
}
