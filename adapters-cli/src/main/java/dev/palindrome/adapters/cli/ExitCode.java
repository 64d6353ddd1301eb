package dev.palindrome.adapters.cli;

import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.spi.Problem;
import java.util.Comparator;
import java.util.List;

/** The one table of exit codes. Scripts depend on it. */
enum ExitCode {
    /** Done, or nothing to do. */
    DONE(0),
    /** Migrations failed to run, were refused, or were not confirmed. */
    FAILED(1),
    /** The command line or the configuration is wrong. */
    USAGE(2),
    /** A check found something. */
    FOUND(3),
    /** No connection, or the lock was not had in time. */
    UNAVAILABLE(4),
    /** An error inside Palindrome. */
    INTERNAL(5);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static ExitCode of(MigrationResult result) {
        return result.success() ? DONE : of(result.problems());
    }

    /** {@return the code of a command that these problems ended: the worst counts} */
    static ExitCode of(List<Problem> problems) {
        return problems.stream()
                .filter(Problem::isError)
                .map(problem -> of(problem.code().kind()))
                .max(Comparator.comparingInt(ExitCode::code))
                .orElse(FAILED);
    }

    /** {@return the code of a command that could answer, and found these problems on the way} */
    static ExitCode ofAnswer(List<Problem> found) {
        return found.stream().anyMatch(Problem::isError) ? of(found) : DONE;
    }

    private static ExitCode of(Problem.Kind kind) {
        return switch (kind) {
            case INPUT -> USAGE;
            case UNKNOWN, CONFLICT, REFUSED -> FAILED;
            case ENVIRONMENT -> UNAVAILABLE;
            case INTERNAL -> INTERNAL;
        };
    }
}
