package dev.palindrome.domain.run;

import dev.palindrome.domain.plan.Step;
import dev.palindrome.domain.result.StepResult;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementException;
import java.util.List;
import java.util.Optional;

/** Runs the steps of one plan on a session, each as if it were the only one. */
final class StepRunner {
    private final RunContext context;
    private Optional<String> unrestored = Optional.empty();

    StepRunner(RunContext context) {
        this.context = context;
    }

    /**
     * Runs the step as the number-th of so many.
     *
     * @param creation what creates the history table first, if it isn't there
     */
    StepResult run(Step step, List<Statement> creation, int number, int total) {
        RunListener listener = context.environment().listener();
        listener.stepStarted(step, number, total);
        StepAttempt attempt = new StepAttempt(context, step, StepScript.of(step, creation, context.holdsDefinitions()));
        StepResult result = unrestored.isPresent() ? attempt.refuse(unrestored.get()) : attempt.run();
        listener.stepDone(result, number, total);
        restore();
        return result;
    }

    /** A session whose settings can't be put back is of no use to the next step, which says so; this one is over. */
    private void restore() {
        Session session = context.session();
        try {
            session.restore();
        } catch (StatementException e) {
            session.rollback();
            unrestored = Optional.of("The settings that the migration before this one changed on the connection could "
                    + "not be put back, so that this one would run with them: " + e.getMessage()
                    + ". Nothing of it has run");
        }
    }
}
