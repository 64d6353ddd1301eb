package dev.palindrome.adapters.files.source;

import dev.palindrome.spi.Location;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import java.util.ArrayList;
import java.util.List;

/** What is found wrong with the files of a folder while it is read. */
public final class Findings {
    private final List<Problem> problems = new ArrayList<>();

    /** Nothing is wrong yet. */
    public Findings() {}

    /**
     * Adds what stops plans.
     *
     * @param code what kind of finding it is
     * @param message what, found against expected, what to do
     * @param place where
     */
    public void error(Problem.Code code, String message, Location place) {
        problems.add(Problem.error(code, message).at(place));
    }

    /**
     * Adds what users should know, and no more.
     *
     * @param code what kind of finding it is
     * @param message what, found against expected, what to do
     * @param place where
     */
    public void warning(Problem.Code code, String message, Location place) {
        problems.add(Problem.warning(code, message).at(place));
    }

    /**
     * Adds a finding.
     *
     * @param problem the finding
     */
    public void add(Problem problem) {
        problems.add(problem);
    }

    /**
     * Does something with a file; when that throws, adds why.
     *
     * @param work what to do
     */
    public void collect(Runnable work) {
        try {
            work.run();
        } catch (ProblemException e) {
            problems.addAll(e.problems());
        }
    }

    /** {@return how many errors were added} */
    public long errors() {
        return problems.stream().filter(Problem::isError).count();
    }

    /** {@return what was added, in that order} */
    public List<Problem> list() {
        return List.copyOf(problems);
    }
}
