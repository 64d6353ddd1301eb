package dev.palindrome.domain.plan;

import dev.palindrome.domain.problem.Codes;
import dev.palindrome.spi.MigrationId;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;

/** How far to go. */
public sealed interface Target {
    /** Everything. */
    Target ALL = new All();

    /**
     * Reads what users type.
     *
     * @param text {@code all}, {@code 1}, or a migration's id
     * @throws ProblemException with {@code request/target} if it is none of them
     */
    static Target parse(String text) {
        return switch (text) {
            case "all" -> ALL;
            case "1" -> new Count(1);
            default -> id(text);
        };
    }

    /**
     * A migration, also one whose id is {@code all} or {@code 1}.
     *
     * @throws ProblemException with {@code request/target} if that can't be an id
     */
    static Target id(String text) {
        try {
            return new Id(new MigrationId(text));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.error(Codes.TARGET_INVALID, e.getMessage() + "."), e);
        }
    }

    /**
     * A number of migrations.
     *
     * @throws ProblemException with {@code request/target} if it is less than one
     */
    static Target count(int steps) {
        if (steps < 1) {
            throw new ProblemException(
                    Problem.error(Codes.TARGET_INVALID, "The number of steps must be 1 or more, not " + steps + "."));
        }
        return new Count(steps);
    }

    /**
     * One migration and none of those that ran after it; backwards only.
     *
     * @throws ProblemException with {@code request/target} if that can't be an id
     */
    static Target only(String text) {
        return new Only(((Id) id(text)).id());
    }

    /** Down to the state that has that tag, which stays; backwards only. */
    static Target tag(String name) {
        return new Tag(name);
    }

    /** Every migration. */
    record All() implements Target {}

    /** The next, or the most recent, so many. */
    record Count(int steps) implements Target {}

    /** Up to, or down to, and including that one. */
    record Id(MigrationId id) implements Target {}

    /** That one alone. */
    record Only(MigrationId id) implements Target {}

    /** What ran after the one that has that tag. */
    record Tag(String name) implements Target {}
}
