package dev.palindrome.domain.run;

import dev.palindrome.domain.plan.Segment;
import dev.palindrome.domain.plan.Step;
import dev.palindrome.domain.plan.Unit;
import dev.palindrome.domain.result.StepFailure;
import dev.palindrome.domain.result.StepOutcome;
import dev.palindrome.domain.result.StepResult;
import dev.palindrome.domain.reversal.StoredReversal;
import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.JavaCode;
import dev.palindrome.spi.Requirement;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementException;
import dev.palindrome.spi.catalogue.Catalogue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One try at one step: its transactions, its statements, its history write. Here failures become results. */
final class StepAttempt {
    private final RunContext context;
    private final Session session;
    private final Workspace workspace;
    private final Dialect dialect;
    private final Fence fence;
    private final Recorder recorder;
    private final RunListener listener;
    private final Step step;
    private final StepScript script;
    private final int total;
    private final long begun = System.nanoTime();
    private final ReversalRecorder reversal;
    private final Optional<JournalWriter> journal;
    private final List<List<Instruction>> ran = new ArrayList<>();
    private List<Statement> historyWrites = List.of();
    private Instruction current;
    private int index;
    private boolean committing;
    private boolean codeMayHaveCommitted;

    StepAttempt(RunContext context, Step step, StepScript script) {
        this.context = context;
        this.session = context.session();
        this.workspace = context.workspace();
        this.dialect = context.dialect();
        this.fence = context.fence();
        this.recorder = context.environment().recorder();
        this.listener = context.environment().listener();
        this.step = step;
        this.script = script;
        this.reversal = new ReversalRecorder(step, workspace, context::live);
        this.journal = step.isJournaled()
                ? Optional.of(new JournalWriter(step, workspace, recorder, session, reversal))
                : Optional.empty();
        List<Instruction> all = step.instructions();
        this.total = all.size();
        this.current = all.isEmpty() ? Statement.of("") : all.get(0);
    }

    StepResult run() {
        try {
            reversal.begin();
            step.work().requirements().forEach(this::require);
            fence.require(); // what follows isn't within a transaction that does
            script.first().forEach(this::ours);
            journal.ifPresent(JournalWriter::begin);
            script.parts().forEach(this::run);
            return result(step.work().recordedOnly() ? recorded() : StepOutcome.DONE, Optional.empty());
        } catch (RuntimeException e) {
            return failed(e);
        }
    }

    /** Runs nothing, and says why. */
    StepResult refuse(String why) {
        return failed(new IllegalStateException(why));
    }

    private void run(StepScript.Part part) {
        if (!part.isTransaction()) {
            part.segment().units().forEach(unit -> runAlone(unit, part.segment().mode()));
            return;
        }
        boolean isUncertain = part.isUncertain(context.holdsDefinitions());
        if (!isUncertain) {
            begin();
        }
        part.creation().forEach(this::ours);
        for (Unit unit : part.segment().units()) {
            Catalogue before = context.live(); // for both, so that what one has read the other needn't
            reversal.before(unit, before);
            List<Instruction> instructions = instructions(unit, before);
            for (int i = 0; i < instructions.size(); i++) {
                note(unit, instructions, i);
                if (isUncertain) {
                    journal.orElseThrow().aboutToRun(part.segment().mode());
                    begin();
                }
                theirs(instructions.get(i));
            }
            passed(unit, instructions);
        }
        end(part.isLast());
    }

    private void runAlone(Unit unit, Segment.Mode mode) {
        Catalogue before = context.live();
        reversal.before(unit, before);
        List<Instruction> instructions = instructions(unit, before);
        for (int i = 0; i < instructions.size(); i++) {
            note(unit, instructions, i);
            Instruction instruction = instructions.get(i);
            if (JournalWriter.isHeld(instruction, mode)) {
                begin();
                theirs(instruction);
                end(false);
            } else {
                fence.require();
                journal.orElseThrow().aboutToRun(mode);
                announce(instruction);
                fence.require(); // last of all: a pause before would go unnoticed
                send(instruction);
                journal.orElseThrow().committed();
            }
        }
        passed(unit, instructions);
    }

    private void passed(Unit unit, List<Instruction> instructions) {
        if (instructions.isEmpty()) {
            journal.ifPresent(j -> j.passed(unit));
        }
        reversal.after(unit);
    }

    private void note(Unit unit, List<Instruction> instructions, int i) {
        current = instructions.get(i);
        journal.ifPresent(j -> j.add(unit, instructions, i));
    }

    private void begin() {
        session.begin();
        fence.require();
    }

    private void end(boolean isLast) {
        if (isLast) {
            writeHistory();
            if (step.ending().endsJournal()) {
                journal.ifPresent(JournalWriter::strike);
            }
        } else {
            journal.ifPresent(JournalWriter::hasRun);
        }
        fence.require();
        committing = true;
        current = Statement.of("COMMIT");
        session.commit();
        committing = false;
        journal.ifPresent(JournalWriter::committed);
    }

    /** What the unit runs, now that the database can be asked; it is compiled anew only if that matters. */
    private List<Instruction> instructions(Unit unit, Catalogue before) {
        if (unit.isKnown()) {
            ran.add(unit.instructions());
            return unit.instructions();
        }
        unit.instructions().stream().findFirst().ifPresent(first -> current = first);
        List<Instruction> now = unit.operation().orElseThrow().compile(dialect, before);
        if (context.asApproved() && unit.settled() == Unit.Settled.FORESEEN && !now.equals(unit.instructions())) {
            throw new IllegalStateException("The database is not what the approved plan foresaw, so that other "
                    + "statements would run. Look at the preview again");
        }
        ran.add(now);
        return now;
    }

    private void require(Requirement requirement) {
        long violations = DataCheck.violations(requirement, session);
        if (violations > 0) {
            throw new IllegalStateException(requirement.message(violations));
        }
    }

    private void ours(Statement statement) {
        current = statement;
        session.execute(statement);
    }

    private void theirs(Instruction instruction) {
        announce(instruction);
        send(instruction);
    }

    private void announce(Instruction instruction) {
        current = instruction;
        index++;
        listener.statementStarted(step, instruction, index, total);
    }

    private void send(Instruction instruction) {
        long started = System.nanoTime();
        if (instruction instanceof Statement statement) {
            session.execute(statement);
        } else if (instruction instanceof JavaCode code) {
            runCode(code);
        }
        listener.statementDone(step, instruction, index, total, since(started));
    }

    private void runCode(JavaCode code) {
        CodeStatements statements = new CodeStatements(session, dialect);
        try {
            code.body().run(statements);
        } catch (StatementException e) {
            throw e;
        } catch (Throwable e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new CodeFailure(e);
        } finally {
            codeMayHaveCommitted |= statements.mayHaveCommitted();
        }
    }

    private void writeHistory() {
        current = Statement.of("-- the reversal, for the history");
        StoredReversal stored = reversal.reversal();
        historyWrites = StepScript.writes(step, workspace, recorder, since(begun), stored);
        historyWrites.forEach(write -> {
            current = write;
            if (session.execute(write) != 1) {
                throw new IllegalStateException(
                        "The history changed while this step ran: its entry is no longer there. "
                                + "Somebody writes the history without the lock");
            }
        });
    }

    private StepResult failed(RuntimeException e) {
        boolean answerLost = e instanceof StatementException statement && statement.isConnectionLost();
        String error = answerLost
                ? "The connection to the database is lost: " + e.getMessage()
                : String.valueOf(e instanceof CodeFailure ? e.getCause() : e.getMessage());
        boolean inDoubt = committing && answerLost;
        session.rollback();
        StepFailure failure = new StepFailure(index, current.text(), current.location(), error, session.kept());
        if (!answerLost) {
            noteFailure(error);
        }
        boolean stays = journal.filter(JournalWriter::isSomethingStaying).isPresent();
        return result(
                inDoubt ? StepOutcome.IN_DOUBT : stays ? StepOutcome.FAILED : StepOutcome.ROLLED_BACK,
                Optional.of(failure));
    }

    /** If that can't be written, the next run finds it out. */
    private void noteFailure(String error) {
        try {
            fence.require(); // else the journal may be another runner's by now
            journal.ifPresent(j -> j.failed(error, codeMayHaveCommitted));
        } catch (RuntimeException e) {
            session.rollback();
        }
    }

    private StepOutcome recorded() {
        return step.planned().isPresent() ? StepOutcome.FAKED : StepOutcome.DONE;
    }

    private StepResult result(StepOutcome outcome, Optional<StepFailure> failure) {
        List<Statement> writes = historyWrites.isEmpty() ? StepScript.writes(step, workspace, recorder) : historyWrites;
        ScriptText text = script.text(step, workspace, recorder, ran, writes);
        return Results.of(step, outcome, since(begun), text, failure);
    }

    private Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    /** Java code of a migration threw something of its own: the fence round a step catches whatever it is. */
    private static final class CodeFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CodeFailure(Throwable cause) {
            super(cause);
        }
    }
}
