package dev.palindrome.domain.run;

import dev.palindrome.domain.history.History;
import dev.palindrome.domain.plan.Course;
import dev.palindrome.domain.plan.Plan;
import dev.palindrome.domain.plan.Planner;
import dev.palindrome.domain.plan.Step;
import dev.palindrome.domain.problem.Codes;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.Stakes;
import dev.palindrome.domain.result.StepResult;
import dev.palindrome.domain.stakes.Reckoning;
import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Lock;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Plans, asks, locks and runs: the one way in which anything reaches the database. What was planned is what runs; if another
 * runner was faster, only what is left of the plan.
 */
public final class PlanExecution {
    private final Workspace workspace;
    private final RunEnvironment environment;

    /** Runs in that workspace and those surroundings. */
    public PlanExecution(Workspace workspace, RunEnvironment environment) {
        this.workspace = workspace;
        this.environment = environment;
    }

    /** Executes what the planner plans, on those terms; whatever goes wrong is in the result. */
    public MigrationResult execute(Planner planner, Terms terms, Wording wording) {
        return executeRead(session -> planner, terms, wording);
    }

    /**
     * Executes what a planner plans that first has to read something in the database.
     *
     * @param planners reads it, anew for each plan
     */
    public MigrationResult executeRead(Function<Session, Planner> planners, Terms terms, Wording wording) {
        Masking masking = workspace.masking();
        PlanExecution execution = new PlanExecution(workspace, masking.environment(environment.on(terms)));
        return masking.result(execution.executeOn(terms, planners, wording));
    }

    private MigrationResult executeOn(Terms terms, Function<Session, Planner> planners, Wording wording) {
        try (Session session = workspace.database().openSession()) {
            Execution execution = new Execution(session, planners, terms, wording);
            return execution.run(execution.plan(quiet(session, terms)));
        } catch (ProblemException e) {
            return MigrationResult.refused(e.problems());
        } catch (StatementException e) {
            return MigrationResult.refused(List.of(Problem.error(
                    ProblemCodes.DATABASE_UNREACHABLE,
                    "The database did not answer as it should: " + e.getMessage() + ". Nothing was run.")));
        }
    }

    /** What looks half-done may be under way right now: whoever wants to go on waits first until nobody is at work. */
    private History quiet(Session session, Terms terms) {
        History seen = history(session);
        if (seen.halfDone().isEmpty() || terms.preview()) {
            return seen;
        }
        enter(session).ifPresent(Lock::close);
        return history(session);
    }

    private Optional<Lock> enter(Session session) {
        return environment.lockGate().enter(workspace.database(), session, environment.listener());
    }

    private History history(Session session) {
        return workspace.read(session);
    }

    /** One plan on its way. */
    private final class Execution {
        private final Session session;
        private final Function<Session, Planner> planners;
        private final Terms terms;
        private final Wording wording;
        private final Answers answers;

        Execution(Session session, Function<Session, Planner> planners, Terms terms, Wording wording) {
            this.session = session;
            this.planners = planners;
            this.terms = terms;
            this.wording = wording;
            this.answers = new Answers(workspace, environment.recorder(), terms, wording);
        }

        Plan plan(History history) {
            Plan plan = planners.apply(session).plan(workspace.ground(session, history));
            return DataCheck.of(plan.on(workspace.place()), session);
        }

        MigrationResult run(Plan plan) {
            if (!plan.steps().isEmpty() && !environment.listener().goesOn()) {
                return answers.stopped(plan, List.of());
            }
            if (terms.approved().filter(hash -> !hash.equals(plan.hash())).isPresent()) {
                return answers.notWhatWasApproved(plan);
            }
            if (plan.isRefused()) {
                return answers.refused(plan);
            }
            if (plan.steps().isEmpty()) {
                return answers.nothingToDo(plan);
            }
            if (terms.preview()) {
                MigrationResult shown = answers.preview(plan);
                return terms.counted() ? shown.with(stakes(plan)) : shown;
            }
            Optional<String> question = terms.autoAgree() ? Optional.empty() : wording.question(plan, this::stakes);
            if (question.filter(q -> !environment.confirmation().confirm(q)).isPresent()) {
                return answers.notConfirmed(plan);
            }
            Optional<Lock> entered = enter(session);
            if (entered.isEmpty()) {
                return answers.stopped(plan, List.of());
            }
            try (Lock lock = entered.get()) {
                MigrationResult result = runLocked(plan, history(session), lock);
                environment.listener().runDone(result);
                return result;
            }
        }

        private Stakes stakes(Plan plan) {
            return Reckoning.of(
                    plan,
                    workspace.apps(),
                    workspace.ground(session, plan.history()),
                    workspace.database().inspector(),
                    session);
        }

        private MigrationResult runLocked(Plan planned, History now, Lock lock) {
            if (terms.approved().isPresent() && !now.isSame(planned.history())) {
                return answers.overtaken(planned);
            }
            Plan plan = planned.course() == Course.ADOPT ? adopting(planned, now) : remaining(planned, now);
            if (plan.isRefused()) {
                return answers.refused(plan);
            }
            if (plan.steps().isEmpty()) {
                return answers.nothingToDo(plan);
            }
            Fence fence = new Fence(lock, session);
            return plan.course() == Course.ADOPT ? recorded(plan, fence) : walked(plan, fence);
        }

        /** What another runner left half-done is not what was planned: forwards that is planned anew, else it is refused. */
        private Plan remaining(Plan planned, History now) {
            Plan left = planned.remaining(now);
            if (!left.isOutrun(now)) {
                return left;
            }
            return left.course() == Course.FORWARDS ? plan(now).only(left) : left.outrun();
        }

        /** The other tool may have been at work, too. */
        private Plan adopting(Plan planned, History now) {
            Plan again = plan(now);
            return again.steps().isEmpty() || again.hash().equals(planned.hash()) ? again : again.outrun();
        }

        private MigrationResult walked(Plan plan, Fence fence) {
            StepRunner runner = new StepRunner(new RunContext(
                    session, fence, workspace, environment, terms.approved().isPresent()));
            List<Statement> creation = Results.creation(plan, workspace);
            List<StepResult> results = new ArrayList<>();
            for (Step step : plan.steps()) {
                if (!environment.listener().goesOn()) {
                    return answers.stopped(plan, results);
                }
                StepResult result = runner.run(
                        step, creation, results.size() + 1, plan.steps().size());
                results.add(result);
                if (!result.outcome().isComplete()) {
                    return answers.failed(plan, results);
                }
                creation = List.of();
                step.filesToDelete().forEach(this::delete);
            }
            return answers.done(plan, results);
        }

        private void delete(Path file) {
            try {
                environment.files().delete(file);
            } catch (IOException e) {
                answers.warn(Problem.warning(
                        Codes.RUN_FILE_KEPT,
                        "The file '" + file + "' could not be deleted (" + e
                                + "). Its migration is reversed; delete it "
                                + "by hand, or it will go forwards again."));
            }
        }

        private MigrationResult recorded(Plan plan, Fence fence) {
            RecordScript script =
                    RecordScript.of(plan.steps(), Results.creation(plan, workspace), workspace, environment.recorder());
            Dialect dialect = workspace.adapter().dialect();
            List<StepResult> results = new RecordRunner(session, fence, dialect).run(plan.steps(), script);
            return results.stream()
                    .filter(result -> result.failure().isPresent())
                    .findFirst()
                    .map(failed -> answers.notRecorded(plan, results, failed))
                    .orElseGet(() -> answers.done(plan, results));
        }
    }
}
