package dev.palindrome.domain.run;

import dev.palindrome.domain.plan.Course;
import dev.palindrome.domain.plan.Plan;
import dev.palindrome.domain.result.StepFailure;
import dev.palindrome.domain.result.StepOutcome;
import dev.palindrome.domain.result.StepResult;
import dev.palindrome.spi.Direction;

/** Says what a failed run leaves behind and how to go on from there. */
final class FailureMessage {
    private FailureMessage() {}

    static String of(Plan plan, Wording wording, StepResult failed, int done) {
        StepFailure failure = failed.failure().orElseThrow();
        boolean forwards = failed.direction() == Direction.FORWARDS;
        int notStarted = plan.steps().size() - done - 1;
        StringBuilder text = new StringBuilder("Migration '")
                .append(failed.appName())
                .append(':')
                .append(failed.migrationId())
                .append(forwards ? "' failed at " : "' could not be " + wording.done() + ": it failed at ")
                .append(failure.location())
                .append(": ")
                .append(sentence(failure.error()))
                .append(' ')
                .append(left(failed));
        if (done > 0) {
            text.append(' ')
                    .append(done)
                    .append(done == 1 ? " migration" : " migrations")
                    .append(" before it ")
                    .append(done == 1 ? "is" : "are")
                    .append(plan.course() == Course.BACKWARDS ? " " + wording.done() + "." : " done.");
        }
        if (notStarted > 0) {
            text.append(' ')
                    .append(notStarted)
                    .append(notStarted == 1 ? " was" : " were")
                    .append(" not started.");
        }
        text.append(" Mend the cause, then run ")
                .append(wording.goOn(plan, failed.appName()))
                .append(" again: it goes on from there");
        if (failed.outcome() == StepOutcome.FAILED && plan.course() != Course.SYNC) {
            text.append("; or take back what has run of it: 'palindrome ")
                    .append(failed.direction().opposite().word())
                    .append(' ')
                    .append(failed.appName())
                    .append('\'');
        }
        return text.append('.').toString();
    }

    private static String left(StepResult failed) {
        StepOutcome outcome = failed.outcome();
        if (outcome == StepOutcome.ROLLED_BACK) {
            return failed.failure()
                    .flatMap(StepFailure::kept)
                    .map(kept -> "The migration was rolled back, but not whole: " + sentence(kept)
                            + " Those keep what it did; look before you run it again.")
                    .orElse("The migration was rolled back whole.");
        }
        String kept = failed.failure()
                .flatMap(StepFailure::kept)
                .map(text -> " And not all of the rest was rolled back: " + sentence(text) + " Look before you go on.")
                .orElse("");
        return outcome == StepOutcome.IN_DOUBT
                ? "The connection broke while it was committed: 'palindrome check' says whether it was."
                : "What ran of it before stays in the database, and the journal says how far it came; the history "
                        + (failed.direction() == Direction.FORWARDS
                                ? "does not have the migration yet."
                                : "still has the migration.")
                        + kept;
    }

    private static String sentence(String error) {
        String text = error.strip();
        return text.endsWith(".") || text.endsWith("!") || text.endsWith("?") ? text : text + ".";
    }
}
