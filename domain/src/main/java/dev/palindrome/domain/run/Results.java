package dev.palindrome.domain.run;

import dev.palindrome.domain.plan.Course;
import dev.palindrome.domain.plan.Plan;
import dev.palindrome.domain.plan.Step;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.StepFailure;
import dev.palindrome.domain.result.StepOutcome;
import dev.palindrome.domain.result.StepResult;
import dev.palindrome.spi.Capability;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.Statement;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns plans and steps into results. */
final class Results {
    private Results() {}

    static StepResult of(
            Step step, StepOutcome outcome, Duration duration, ScriptText text, Optional<StepFailure> failure) {
        List<String> notes = new ArrayList<>(step.work().notes());
        for (Path file : step.filesToDelete()) {
            notes.add("then the file " + file + " is deleted");
        }
        return new StepResult(
                step.migration().appName(),
                step.migration().id().value(),
                step.description(),
                step.direction(),
                outcome,
                duration,
                step.work().transactional(),
                text.lines(),
                text.own(),
                notes,
                failure);
    }

    static MigrationResult of(
            Plan plan, boolean success, String message, boolean preview, List<StepResult> steps, List<Problem> extra) {
        List<Problem> problems = new ArrayList<>(plan.problems());
        problems.addAll(extra);
        return new MigrationResult(
                success, message, Optional.of(plan.course()), Optional.of(plan.hash()), preview, steps, problems);
    }

    /** What creates the history, if it isn't there. */
    static List<Statement> creation(Plan plan, Workspace workspace) {
        return plan.history().isTableThere() ? List.of() : workspace.history().create();
    }

    /** The plan's steps, none of which has run. */
    static List<StepResult> unstarted(Plan plan, StepOutcome outcome, Workspace workspace, Recorder recorder) {
        List<StepResult> results = new ArrayList<>();
        if (plan.course() == Course.ADOPT) {
            RecordScript script = RecordScript.of(plan.steps(), creation(plan, workspace), workspace, recorder);
            for (Step step : plan.steps()) {
                ScriptText text =
                        script.text(results.size(), workspace.adapter().dialect());
                results.add(of(step, outcome, Duration.ZERO, text, Optional.empty()));
            }
            return results;
        }
        for (Step step : plan.steps()) {
            StepScript script = StepScript.of(
                    step,
                    results.isEmpty() ? creation(plan, workspace) : List.of(),
                    workspace.adapter().capabilities().contains(Capability.TRANSACTIONAL_DDL));
            results.add(of(
                    step,
                    outcome,
                    Duration.ZERO,
                    script.text(step, workspace, recorder, List.of(), StepScript.writes(step, workspace, recorder)),
                    Optional.empty()));
        }
        return results;
    }
}
