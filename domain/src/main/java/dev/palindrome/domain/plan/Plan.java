package dev.palindrome.domain.plan;

import dev.palindrome.domain.history.History;
import dev.palindrome.domain.journal.Progress;
import dev.palindrome.domain.problem.Codes;
import dev.palindrome.spi.Checksum;
import dev.palindrome.spi.Direction;
import dev.palindrome.spi.MigrationRef;
import dev.palindrome.spi.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What would run, in order. A plan is made whole or has errors; one with errors does not run.
 *
 * @param course what it is for
 * @param steps in the order in which they run
 * @param problems all that was found while planning
 * @param nothingToDo what to tell the user when there are no steps
 * @param history the history that it starts from
 * @param hash over the steps and the history
 */
public record Plan(
        Course course, List<Step> steps, List<Problem> problems, String nothingToDo, History history, String hash) {

    public Plan {
        steps = List.copyOf(steps);
        problems = List.copyOf(problems);
    }

    static Plan of(Course course, List<Step> steps, List<Problem> problems, String nothingToDo, History history) {
        return new Plan(course, steps, problems, nothingToDo, history, PlanHash.of(course, steps, history));
    }

    /** {@return this plan on a certain ground: its hash is for that kind of database and history only} */
    public Plan on(String ground) {
        String onGround = Checksum.of(hash + "\n" + ground).value();
        return new Plan(course, steps, problems, nothingToDo, history, onGround);
    }

    /** {@return this plan with more that was found} */
    public Plan with(List<Problem> found) {
        List<Problem> all = new ArrayList<>(problems);
        all.addAll(found);
        return new Plan(course, steps, all, nothingToDo, history, hash);
    }

    /** {@return whether something that was found forbids running it} */
    public boolean isRefused() {
        return problems.stream().anyMatch(Problem::isError);
    }

    /**
     * What is left of this plan now that we are the one runner. Steps that another runner did meanwhile fall away; if it
     * did something that this plan didn't know of, the plan is refused.
     *
     * @param now the history as it is now
     */
    public Plan remaining(History now) {
        List<Step> left = steps.stream()
                .filter(step -> step.ending().isDue(step.migration(), now))
                .toList();
        if (left.size() == steps.size() && now.isSame(history)) {
            return this;
        }
        List<Problem> found = new ArrayList<>(problems);
        boolean isMet = steps.stream()
                .filter(step -> !left.contains(step))
                .allMatch(step -> step.ending().isMet(step.migration(), history, now));
        if (!isMet || (!left.isEmpty() && contradicts(now))) {
            found.add(changed());
        }
        return new Plan(course, left, found, "Another runner has done it meanwhile: nothing is left to do.", now, hash);
    }

    /** {@return whether something that is left of it is half-done now, and was not or was otherwise when it was planned} */
    public boolean isOutrun(History now) {
        return steps.stream().anyMatch(step -> !mark(step.former()).equals(mark(now.halfDone(step.migration()))));
    }

    private static String mark(Optional<Progress> progress) {
        return progress.map(Progress::mark).orElse("");
    }

    /** {@return what this plan has of another's migrations} */
    public Plan only(Plan other) {
        Set<MigrationRef> wanted = other.steps.stream().map(Step::migration).collect(Collectors.toSet());
        List<Step> left =
                steps.stream().filter(step -> wanted.contains(step.migration())).toList();
        return new Plan(course, left, problems, nothingToDo, history, other.hash);
    }

    /** {@return this plan, which no longer fits} */
    public Plan outrun() {
        return with(List.of(changed()));
    }

    private static Problem changed() {
        return Problem.error(
                Codes.PLAN_CHANGED,
                "Another runner changed the history while this one waited, and the plan no longer fits. "
                        + "Plan again and look at what would run.");
    }

    /** Forwards, an entry that is gone could be one we build upon; backwards, a new one could build upon what we reverse. */
    private boolean contradicts(History now) {
        if (steps.stream().anyMatch(step -> step.ending().isOvertaken(now))) {
            return true;
        }
        boolean goesForwards = steps.stream().anyMatch(step -> step.direction() == Direction.FORWARDS);
        boolean goesBackwards = steps.stream().anyMatch(step -> step.direction() == Direction.BACKWARDS);
        Set<MigrationRef> ours = steps.stream().map(Step::migration).collect(Collectors.toSet());
        return (goesForwards && hasOthers(history, now, ours)) || (goesBackwards && hasOthers(now, history, ours));
    }

    /** Says whether one history has entries that the other lacks, besides those of this plan's steps. */
    private static boolean hasOthers(History one, History other, Set<MigrationRef> ours) {
        return one.entries().stream().anyMatch(entry -> !ours.contains(entry.ref()) && !other.has(entry));
    }
}
