package dev.palindrome.spi;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Ends an operation with one or more problems. Thrown by plug-ins and by the engine; front ends show its problems.
 *
 * @since 0.1
 */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * Ends with one problem.
     *
     * @param problem what is wrong
     */
    public ProblemException(Problem problem) {
        this(List.of(problem));
    }

    /**
     * Ends with one problem that another exception revealed.
     *
     * @param problem what is wrong, in our words
     * @param cause what revealed it
     */
    public ProblemException(Problem problem, Throwable cause) {
        this(List.of(problem));
        initCause(cause);
    }

    /**
     * Several problems that another exception revealed.
     *
     * @param problems what is wrong, at least one
     * @param cause the exception
     */
    public ProblemException(List<Problem> problems, Throwable cause) {
        this(problems);
        initCause(cause);
    }

    /**
     * Ends with all problems that were found.
     *
     * @param problems at least one
     */
    public ProblemException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("A ProblemException needs a problem");
        }
        this.problems = List.copyOf(problems);
    }

    /** {@return what is wrong; never empty} */
    public List<Problem> problems() {
        return problems;
    }
}
