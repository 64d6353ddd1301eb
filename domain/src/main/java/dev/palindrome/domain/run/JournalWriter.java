package dev.palindrome.domain.run;

import dev.palindrome.domain.journal.Doubt;
import dev.palindrome.domain.journal.Footprint;
import dev.palindrome.domain.journal.JournalNote;
import dev.palindrome.domain.journal.Position;
import dev.palindrome.domain.journal.Progress;
import dev.palindrome.domain.journal.Ran;
import dev.palindrome.domain.journal.Trail;
import dev.palindrome.domain.plan.Segment;
import dev.palindrome.domain.plan.Step;
import dev.palindrome.domain.plan.Unit;
import dev.palindrome.domain.reversal.StoredReversal;
import dev.palindrome.domain.sql.Effects;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.JavaCode;
import dev.palindrome.spi.Journal;
import dev.palindrome.spi.JournalEntry;
import dev.palindrome.spi.JournalEntry.State;
import dev.palindrome.spi.SchemaInspector;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Notes in the journal what a step runs, piece by piece. A piece that commits by itself is noted before it runs; one that is a
 * transaction is noted in it, as done.
 */
final class JournalWriter {
    private final Step step;
    private final Workspace workspace;
    private final Recorder recorder;
    private final Session session;
    private final ReversalRecorder reversal;
    private final Trail trail;
    private final List<Instruction> piece = new ArrayList<>();
    private final List<Ran> ran = new ArrayList<>();
    private List<StoredReversal.Part> rest = List.of();
    private Position position;
    private int ordinal;
    private Optional<JournalEntry> underWay = Optional.empty();
    private Optional<Footprint> seen = Optional.empty();
    private Optional<Footprint> footprint = Optional.empty();
    private boolean isInTransaction;
    private boolean somethingStays;

    JournalWriter(Step step, Workspace workspace, Recorder recorder, Session session, ReversalRecorder reversal) {
        this.step = step;
        this.workspace = workspace;
        this.recorder = recorder;
        this.session = session;
        this.reversal = reversal;
        Optional<Progress> former = step.former();
        this.position = former.map(p -> p.position(step.direction())).orElse(Position.START);
        this.trail = former.map(p -> new Trail(p.digest(step.direction()))).orElseGet(Trail::new);
        this.ordinal = former.map(p -> p.last().ordinal()).orElse(0);
        this.somethingStays = former.isPresent();
    }

    /** Writes down what was found out about the piece at which the migration stopped. */
    void begin() {
        step.former()
                .flatMap(Progress::settled)
                .ifPresent(settled -> session.execute(journal().amend(settled)));
    }

    /** The next instruction, one of those that a unit turned out to run, belongs to the piece. */
    void add(Unit unit, List<Instruction> instructions, int index) {
        Instruction instruction = instructions.get(index);
        boolean completes = index == instructions.size() - 1 && unit.ends();
        int offset = position.operation() == unit.place() ? position.offset() : 0;
        piece.add(instruction);
        ran.add(new Ran(unit.place(), instruction.text()));
        trail.ran(unit.mark(instruction));
        if (completes) {
            trail.completed(unit.fingerprint());
        }
        position = completes ? new Position(unit.place() + 1, 0) : new Position(unit.place(), offset + 1);
        rest = completes || unit.settled() == Unit.Settled.SURELY
                ? List.of()
                : StoredReversal.parts(instructions.subList(index + 1, instructions.size()));
    }

    /** A unit that runs nothing may complete its operation all the same. */
    void passed(Unit unit) {
        if (unit.ends()) {
            trail.completed(unit.fingerprint());
            position = new Position(unit.place() + 1, 0);
            rest = List.of();
        }
    }

    /** Says whether an instruction of such a segment runs in a transaction of its own. */
    static boolean isHeld(Instruction instruction, Segment.Mode mode) {
        return mode == Segment.Mode.ALONE && instruction.kind() == StatementKind.ORDINARY;
    }

    /** The piece is about to run, and no transaction holds it. */
    void aboutToRun(Segment.Mode mode) {
        Instruction instruction = piece.get(0);
        seen = instruction instanceof Statement statement
                ? Footprint.take(statement.sql(), inspector(), session)
                : Optional.empty();
        footprint = seen.filter(before -> before.isTelling(instruction.text()));
        isInTransaction = mode == Segment.Mode.TRANSACTION;
        underWay = Optional.of(note(State.UNDER_WAY, doubt(instruction, mode), Optional.empty()));
    }

    private Doubt doubt(Instruction instruction, Segment.Mode mode) {
        if (instruction.kind().controlsTransaction() && mode == Segment.Mode.AS_WRITTEN) {
            return instruction.kind() == StatementKind.COMMIT ? Doubt.PROVEN : Doubt.NONE;
        }
        if (footprint.isPresent()) {
            return Doubt.CATALOGUE;
        }
        return instruction instanceof JavaCode
                ? Doubt.PEOPLE
                : Effects.isNothing(instruction.text())
                        ? Doubt.NONE
                        : Effects.isRepeatable(instruction.text()) ? Doubt.REPEATABLE : Doubt.PEOPLE;
    }

    /** The piece has run in a transaction that is about to be committed. */
    void hasRun() {
        if (underWay.isPresent()) {
            session.execute(journal().amend(underWay.get().with(State.DONE, Optional.empty())));
        } else if (!piece.isEmpty()) {
            note(State.DONE, Doubt.NONE, Optional.empty());
        }
    }

    /** The piece is committed, with or without a transaction; the next one begins. */
    void committed() {
        somethingStays |= piece.stream().anyMatch(JournalWriter::hasEffect);
        underWay = Optional.empty();
        piece.clear();
        ran.clear();
    }

    private static boolean hasEffect(Instruction instruction) {
        return !(instruction instanceof Statement && Effects.isNothing(instruction.text()));
    }

    /** The history tells of it all. */
    void strike() {
        session.execute(journal().strike(step.migration()));
    }

    /** {@return whether something that the step did is in the database for good, or may be} */
    boolean isSomethingStaying() {
        return somethingStays || underWay.isPresent();
    }

    /**
     * Writes down that the piece failed. Called outside a transaction, on a session that still answers.
     *
     * @param codeMayHaveCommitted whether code in it did something that a transaction may not have held
     */
    void failed(String error, boolean codeMayHaveCommitted) {
        boolean isUndone = underWay.isEmpty() || isUndone(codeMayHaveCommitted);
        if (isUndone && !somethingStays) {
            if (ordinal > 0) {
                strike();
            }
        } else if (underWay.isPresent()) {
            State state = isUndone ? State.UNDONE : State.UNDER_WAY;
            session.execute(journal().amend(underWay.get().with(state, Optional.of(error))));
            somethingStays = true;
        } else if (!piece.isEmpty()) {
            note(State.UNDONE, Doubt.NONE, Optional.of(error));
        }
        underWay = Optional.empty();
    }

    /** A statement that fails is undone whole, unless the catalogue shows otherwise, or it has others run. */
    private boolean isUndone(boolean codeMayHaveCommitted) {
        if (!(piece.get(0) instanceof Statement statement)) {
            return isInTransaction && !codeMayHaveCommitted;
        }
        if (footprint.isPresent() && isAsBefore(statement)) {
            return true;
        }
        List<Statement> remains = inspector().remains(session, statement);
        if (!remains.isEmpty() && Effects.isEndedByClearing(statement.sql())) {
            return false; // whoever goes on, or back, ends it first
        }
        remains.forEach(session::execute);
        return seen.isEmpty() ? !Effects.isMany(statement.sql()) : isAsBefore(statement);
    }

    private boolean isAsBefore(Statement statement) {
        Optional<Footprint> now = Footprint.take(statement.sql(), inspector(), session);
        return seen.filter(before -> now.filter(before::isSameAs).isPresent()).isPresent();
    }

    private JournalEntry note(State state, Doubt doubt, Optional<String> error) {
        ordinal++;
        String text = piece.get(0).text() + (piece.size() == 1 ? "" : "\n-- and " + (piece.size() - 1) + " more");
        JournalNote note =
                new JournalNote(position, ran, rest, trail.digest(), reversal.newlyKnown(), doubt, footprint);
        JournalEntry row = recorder.row(step, ordinal, text, "", state, error);
        JournalEntry entry = row.noting(workspace.seal().seal(row, note));
        session.execute(journal().note(entry));
        return entry;
    }

    private Journal journal() {
        return workspace.history().journal();
    }

    private SchemaInspector inspector() {
        return workspace.database().inspector();
    }
}
