package dev.palindrome.domain.run;

import dev.palindrome.domain.plan.Step;
import dev.palindrome.domain.result.StepFailure;
import dev.palindrome.domain.result.StepOutcome;
import dev.palindrome.domain.result.StepResult;
import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs steps that only write the history, all in one transaction: either each of them is recorded, or none is. */
final class RecordRunner {
    private final Session session;
    private final Fence fence;
    private final Dialect dialect;
    private int at;
    private Statement current = Statement.of("BEGIN");

    RecordRunner(Session session, Fence fence, Dialect dialect) {
        this.session = session;
        this.fence = fence;
        this.dialect = dialect;
    }

    /** Records them; {@return one result for each step, of which at most one has a failure} */
    List<StepResult> run(List<Step> steps, RecordScript script) {
        try {
            script.first().forEach(this::execute);
            session.begin();
            fence.require();
            script.creation().forEach(this::execute);
            for (at = 0; at < steps.size(); at++) {
                execute(script.writes().get(at));
            }
            at = steps.size() - 1;
            fence.require();
            current = Statement.of("COMMIT");
            session.commit();
            return results(steps, script, StepOutcome.DONE, Optional.empty());
        } catch (RuntimeException e) {
            session.rollback();
            return failed(steps, script, e);
        }
    }

    private void execute(Statement statement) {
        current = statement;
        session.execute(statement);
    }

    private List<StepResult> failed(List<Step> steps, RecordScript script, RuntimeException e) {
        boolean inDoubt = e instanceof StatementException statement
                && statement.isConnectionLost()
                && current.sql().equals("COMMIT");
        StepFailure failure =
                new StepFailure(at + 1, current.sql(), current.location(), String.valueOf(e.getMessage()));
        return results(steps, script, inDoubt ? StepOutcome.IN_DOUBT : StepOutcome.ROLLED_BACK, Optional.of(failure));
    }

    /** What holds for one holds for all. */
    private List<StepResult> results(
            List<Step> steps, RecordScript script, StepOutcome outcome, Optional<StepFailure> failure) {
        List<StepResult> results = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Optional<StepFailure> own = i == at ? failure : Optional.empty();
            results.add(Results.of(steps.get(i), outcome, Duration.ZERO, script.text(i, dialect), own));
        }
        return results;
    }
}
