package dev.palindrome.domain.result;

import dev.palindrome.domain.plan.Course;
import dev.palindrome.spi.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an operation came to. Returned by every manager; front ends print it, embedding programs read it.
 *
 * @param success whether everything asked for was done, or there was nothing to do
 * @param message one sentence for people
 * @param direction which way, or both; empty for operations that have none
 * @param planHash the plan's hash, if a plan was made
 * @param preview whether nothing was run because only the plan was wanted
 * @param steps every step of the plan and what became of it
 * @param problems all that was found, errors and warnings
 * @param atStake what a plan that was only looked at would take away; empty if that was not asked for
 */
public record MigrationResult(
        boolean success,
        String message,
        Optional<Course> direction,
        Optional<String> planHash,
        boolean preview,
        List<StepResult> steps,
        List<Problem> problems,
        Optional<Stakes> atStake) {

    public MigrationResult {
        steps = List.copyOf(steps);
        problems = List.copyOf(problems);
    }

    /** A result for which nobody counted what is at stake. */
    public MigrationResult(
            boolean success,
            String message,
            Optional<Course> direction,
            Optional<String> planHash,
            boolean preview,
            List<StepResult> steps,
            List<Problem> problems) {
        this(success, message, direction, planHash, preview, steps, problems, Optional.empty());
    }

    /** {@return a result without a plan} */
    public static MigrationResult of(boolean success, String message, List<Problem> problems) {
        return new MigrationResult(success, message, Optional.empty(), Optional.empty(), false, List.of(), problems);
    }

    /** {@return a failure that the problems explain} */
    public static MigrationResult refused(List<Problem> problems) {
        return of(false, problems.get(0).message(), problems);
    }

    /** {@return the same result, with what is at stake} */
    public MigrationResult with(Stakes stakes) {
        return new MigrationResult(
                success, message, direction, planHash, preview, steps, problems, Optional.of(stakes));
    }

    /** {@return the same result, with these problems before its own} */
    public MigrationResult after(List<Problem> others) {
        List<Problem> all = new ArrayList<>(others);
        all.addAll(problems);
        return new MigrationResult(success, message, direction, planHash, preview, steps, all, atStake);
    }

    /**
     * Goes on only if all is well.
     *
     * @return this result
     * @throws MigrationFailedException if it isn't a success
     */
    public MigrationResult orThrow() {
        if (!success) {
            throw new MigrationFailedException(this);
        }
        return this;
    }

    /** {@return the step that failed, if one did} */
    public Optional<StepResult> failedStep() {
        return steps.stream().filter(step -> step.failure().isPresent()).findFirst();
    }
}
