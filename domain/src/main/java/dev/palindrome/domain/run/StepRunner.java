package dev.palindrome.domain.run;

import dev.palindrome.domain.plan.Step;
import dev.palindrome.domain.plan.Unit;
import dev.palindrome.domain.result.StepFailure;
import dev.palindrome.domain.result.StepOutcome;
import dev.palindrome.domain.result.StepResult;
import dev.palindrome.domain.reversal.StoredReversal;
import dev.palindrome.spi.Capability;
import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.JavaCode;
import dev.palindrome.spi.Requirement;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementException;
import dev.palindrome.spi.StatementKind;
import dev.palindrome.spi.catalogue.Catalogue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs one step on a session: its transactions, its statements, its history write. Here failures become results. */
final class StepRunner {
    private final Session session;
    private final Workspace workspace;
    private final Dialect dialect;
    private final RunEnvironment environment;
    private final boolean asApproved;
    private final boolean rollsBackWhole;

    /**
     * A runner for the steps of one plan.
     *
     * @param asApproved whether a statement that the plan foresaw must be the one that runs
     */
    StepRunner(Session session, Workspace workspace, RunEnvironment environment, boolean asApproved) {
        this.session = session;
        this.workspace = workspace;
        this.asApproved = asApproved;
        this.dialect = workspace.adapter().dialect();
        this.environment = environment;
        this.rollsBackWhole = workspace.adapter().capabilities().contains(Capability.TRANSACTIONAL_DDL);
    }

    /**
     * Runs the step as the number-th of so many.
     *
     * @param creation what creates the history table first, if it isn't there
     */
    StepResult run(Step step, List<Statement> creation, int number, int total) {
        environment.listener().stepStarted(step, number, total);
        StepScript script = StepScript.of(step, creation);
        Attempt attempt = new Attempt(step);
        StepResult result = attempt.run(script);
        environment.listener().stepDone(result, number, total);
        restore();
        return result;
    }

    /** A session that can't be restored is of no use, and the next step will say why; this one is over. */
    private void restore() {
        try {
            session.restore();
        } catch (StatementException e) {
            session.rollback();
        }
    }

    /** One try at one step: where it is, and what is committed so far. */
    private final class Attempt {
        private final Step step;
        private final int total;
        private final long begun = System.nanoTime();
        private final ReversalRecorder reversal;
        private final List<List<Instruction>> ran = new ArrayList<>();
        private Optional<Statement> historyWrite = Optional.empty();
        private Instruction current;
        private int index;
        private boolean committing;
        private boolean commitsAtOnce;
        private boolean somethingStays;

        Attempt(Step step) {
            this.step = step;
            this.reversal = new ReversalRecorder(step, workspace, this::live);
            List<Instruction> all = step.instructions();
            this.total = all.size();
            this.current = all.isEmpty() ? Statement.of("") : all.get(0);
        }

        private Catalogue live() {
            return workspace.database().inspector().catalogue(session);
        }

        StepResult run(StepScript script) {
            try {
                step.work().requirements().forEach(this::require);
                script.parts().forEach(this::run);
                return result(script, step.work().recordedOnly() ? recorded() : StepOutcome.DONE, Optional.empty());
            } catch (RuntimeException e) {
                StepOutcome outcome = outcome(e);
                session.rollback();
                String error = e instanceof CodeFailure ? String.valueOf(e.getCause()) : String.valueOf(e.getMessage());
                return result(
                        script,
                        outcome,
                        Optional.of(new StepFailure(index, current.text(), current.location(), error)));
            }
        }

        private void run(StepScript.Part part) {
            if (part.isTransaction()) {
                session.begin();
            }
            part.creation().forEach(this::ours);
            commitsAtOnce = !part.isTransaction() || !rollsBackWhole;
            for (Unit unit : part.segment().units()) {
                Catalogue before = live(); // for both, so that what one has read the other needn't
                reversal.before(unit, before);
                instructions(unit, before).forEach(this::migrationsOwn);
                reversal.after(unit);
            }
            if (part.writesHistory()) {
                writeHistory();
            }
            if (part.isTransaction()) {
                committing = true;
                current = Statement.of("COMMIT");
                session.commit();
                committing = false;
                somethingStays = true;
            }
        }

        private void migrationsOwn(Instruction instruction) {
            // these can leave something behind even if they fail
            somethingStays |= commitsAtOnce
                    && (instruction instanceof JavaCode || instruction.kind() == StatementKind.STANDALONE);
            theirs(instruction);
            somethingStays |= commitsAtOnce;
        }

        /** What the unit runs, now that the database can be asked; it is compiled anew only if that matters. */
        private List<Instruction> instructions(Unit unit, Catalogue before) {
            if (unit.settled() == Unit.Settled.SURELY) {
                ran.add(unit.instructions());
                return unit.instructions();
            }
            unit.instructions().stream().findFirst().ifPresent(first -> current = first);
            List<Instruction> now = unit.operation().orElseThrow().compile(dialect, before);
            if (asApproved && unit.settled() == Unit.Settled.FORESEEN && !now.equals(unit.instructions())) {
                throw new IllegalStateException("The database is not what the approved plan foresaw, so that other "
                        + "statements would run. Look at the preview again");
            }
            ran.add(now);
            return now;
        }

        private void require(Requirement requirement) {
            long violations;
            try {
                violations = DataCheck.violations(requirement, session);
            } catch (StatementException e) {
                return; // what it asks about is yet to come
            }
            if (violations > 0) {
                throw new IllegalStateException(requirement.message(violations));
            }
        }

        private void ours(Statement statement) {
            current = statement;
            session.execute(statement);
        }

        private void theirs(Instruction instruction) {
            current = instruction;
            index++;
            environment.listener().statementStarted(step, instruction, index, total);
            long started = System.nanoTime();
            if (instruction instanceof Statement statement) {
                session.execute(statement);
            } else if (instruction instanceof JavaCode code) {
                runCode(code);
            }
            environment.listener().statementDone(step, instruction, index, total, since(started));
        }

        private void runCode(JavaCode code) {
            try {
                code.body().run(new CodeStatements(session, dialect));
            } catch (StatementException e) {
                throw e;
            } catch (Throwable e) {
                if (e instanceof InterruptedException) {
                    Thread.currentThread().interrupt();
                }
                throw new CodeFailure(e);
            }
        }

        private void writeHistory() {
            current = Statement.of("-- the reversal, for the history");
            StoredReversal stored = reversal.reversal();
            Statement write = StepScript.write(step, workspace, environment.recorder(), since(begun), stored);
            historyWrite = Optional.of(write);
            current = write;
            if (session.execute(write) != 1) {
                throw new IllegalStateException(
                        "The history changed while this step ran: its entry is no longer there. "
                                + "Somebody writes the history without the lock");
            }
        }

        private StepOutcome outcome(RuntimeException e) {
            boolean answerLost = e instanceof StatementException statement && statement.isConnectionLost();
            if (committing && answerLost) {
                return StepOutcome.IN_DOUBT;
            }
            return somethingStays || (commitsAtOnce && answerLost) ? StepOutcome.FAILED : StepOutcome.ROLLED_BACK;
        }

        private StepOutcome recorded() {
            return step.reversed().isPresent() ? StepOutcome.DONE : StepOutcome.FAKED;
        }

        private StepResult result(StepScript script, StepOutcome outcome, Optional<StepFailure> failure) {
            List<String> text = script.text(
                    dialect,
                    ran,
                    historyWrite.orElseGet(() -> StepScript.write(step, workspace, environment.recorder())));
            return Results.of(step, outcome, since(begun), text, failure);
        }

        private Duration since(long nanos) {
            return Duration.ofNanos(System.nanoTime() - nanos);
        }
    }

    /** Java code of a migration threw something of its own: the fence round a step catches whatever it is. */
    private static final class CodeFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CodeFailure(Throwable cause) {
            super(cause);
        }
    }
}
