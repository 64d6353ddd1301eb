package dev.palindrome.domain.run;

import dev.palindrome.domain.plan.Plan;
import dev.palindrome.domain.problem.Codes;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.StepOutcome;
import dev.palindrome.domain.result.StepResult;
import dev.palindrome.spi.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is answered to whoever wanted a plan to run: how far it came or why it didn't begin, and what to do about it. */
final class Answers {
    private final Workspace workspace;
    private final Recorder recorder;
    private final Terms terms;
    private final Wording wording;
    private final List<Problem> warnings = new ArrayList<>();

    Answers(Workspace workspace, Recorder recorder, Terms terms, Wording wording) {
        this.workspace = workspace;
        this.recorder = recorder;
        this.terms = terms;
        this.wording = wording;
    }

    /** Adds something to the answer that keeps nothing from going on. */
    void warn(Problem warning) {
        warnings.add(warning);
    }

    MigrationResult nothingToDo(Plan plan) {
        return planned(plan, plan.nothingToDo());
    }

    MigrationResult preview(Plan plan) {
        return planned(plan, wording.would(plan.steps()));
    }

    private MigrationResult planned(Plan plan, String message) {
        return unstarted(plan, true, message, StepOutcome.PLANNED, List.of());
    }

    /** The plan itself says why it can't run. */
    MigrationResult refused(Plan plan) {
        List<Problem> errors = plan.problems().stream().filter(Problem::isError).toList();
        String message = errors.size() == 1
                ? errors.get(0).message()
                : "The plan has " + errors.size() + " problems, so nothing was run.";
        StepOutcome outcome = terms.preview() ? StepOutcome.PLANNED : StepOutcome.NOT_STARTED;
        return unstarted(plan, false, message, outcome, List.of());
    }

    MigrationResult notConfirmed(Plan plan) {
        return refused(
                plan,
                Codes.PLAN_NOT_CONFIRMED,
                "Nothing was run, because nobody said yes. Answer 'y', or give --auto-agree where nobody can answer.");
    }

    MigrationResult notWhatWasApproved(Plan plan) {
        return refused(
                plan,
                Codes.PLAN_CHANGED,
                "The plan is not the one that was approved: the approved one has the hash "
                        + terms.approved().orElse("") + ", this one has " + plan.hash()
                        + ". The history or the migrations have changed since. Look at the preview again.");
    }

    MigrationResult overtaken(Plan plan) {
        return refused(
                plan,
                Codes.PLAN_CHANGED,
                "Another runner changed the history while this one waited, so the plan is no longer the one that was "
                        + "approved. Look at the preview again.");
    }

    private MigrationResult refused(Plan plan, Problem.Code code, String message) {
        return unstarted(plan, false, message, StepOutcome.NOT_STARTED, List.of(Problem.error(code, message)));
    }

    private MigrationResult unstarted(
            Plan plan, boolean success, String message, StepOutcome outcome, List<Problem> problems) {
        List<StepResult> steps = Results.unstarted(plan, outcome, workspace, recorder);
        return Results.of(plan, success, message, terms.preview(), steps, problems);
    }

    MigrationResult done(Plan plan, List<StepResult> results) {
        return Results.of(plan, true, wording.done(plan.steps()), false, results, warnings);
    }

    /** @param results the last is the one that failed */
    MigrationResult failed(Plan plan, List<StepResult> results) {
        int done = results.size() - 1;
        StepResult failed = results.get(done);
        Problem problem = Problem.error(Codes.RUN_STATEMENT_FAILED, FailureMessage.of(plan, wording, failed, done))
                .at(failed.failure().orElseThrow().location());
        return ended(plan, results, problem);
    }

    /** @param results of those steps that have run; empty if the run was stopped before it began */
    MigrationResult stopped(Plan plan, List<StepResult> results) {
        int done = results.size();
        String app = plan.steps().get(done).migration().appName();
        return ended(
                plan,
                results,
                Problem.error(
                        Codes.RUN_STOPPED,
                        "The run was stopped after " + done + " of "
                                + plan.steps().size()
                                + " migrations; the rest was not started. Run " + wording.goOn(plan, app)
                                + " to go on from there."));
    }

    /**
     * @param results of all steps
     * @param failed the one that failed
     */
    MigrationResult notRecorded(Plan plan, List<StepResult> results, StepResult failed) {
        return ended(
                plan,
                results,
                Problem.error(
                        Codes.RUN_STATEMENT_FAILED,
                        "Migration '" + failed.appName() + ":" + failed.migrationId() + "' could not be recorded: "
                                + failed.failure().orElseThrow().error()
                                + (failed.outcome() == StepOutcome.ROLLED_BACK
                                        ? ". So none of them was."
                                        : ". The connection broke at the commit: 'palindrome check' says whether they were.")));
    }

    private MigrationResult ended(Plan plan, List<StepResult> results, Problem problem) {
        List<StepResult> all = new ArrayList<>(results);
        ScriptText nothing = new ScriptText(workspace.adapter().dialect());
        plan.steps().stream()
                .skip(results.size())
                .forEach(step ->
                        all.add(Results.of(step, StepOutcome.NOT_STARTED, Duration.ZERO, nothing, Optional.empty())));
        List<Problem> problems = new ArrayList<>(warnings);
        problems.add(problem);
        return Results.of(plan, false, problem.message(), false, all, problems);
    }
}
