package dev.palindrome.domain.run;

import dev.palindrome.domain.journal.Progress;
import dev.palindrome.domain.plan.PlannedReversal;
import dev.palindrome.domain.plan.Segment;
import dev.palindrome.domain.plan.Step;
import dev.palindrome.domain.plan.Unit;
import dev.palindrome.domain.reversal.StoredReversal;
import dev.palindrome.spi.Capability;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.JournalEntry;
import dev.palindrome.spi.JournalEntry.State;
import dev.palindrome.spi.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A step with our own writes in their places: the one description from which a preview is printed and a run is made.
 *
 * @param before what makes the session as the migration left it; commits by itself
 * @param creation what creates the history where no transaction holds that; commits by itself
 * @param parts in order
 */
record StepScript(List<Statement> before, List<Statement> creation, List<Part> parts) {

    /**
     * The script of a step.
     *
     * @param creation what creates the history, if this is the first write to it; else empty
     * @param holdsDefinitions whether a transaction holds the creation
     */
    static StepScript of(Step step, List<Statement> creation, boolean holdsDefinitions) {
        List<Segment> segments = new ArrayList<>(step.work().segments());
        if (segments.isEmpty() || segments.get(segments.size() - 1).mode() != Segment.Mode.TRANSACTION) {
            segments.add(new Segment(Segment.Mode.TRANSACTION, List.of()));
        }
        boolean isWithin = holdsDefinitions && segments.get(0).mode() == Segment.Mode.TRANSACTION;
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            parts.add(new Part(segments.get(i), i == 0 && isWithin ? creation : List.of(), i == segments.size() - 1));
        }
        List<Statement> before =
                new ArrayList<>(step.former().map(Progress::remains).orElse(List.of()));
        before.addAll(step.work().settings());
        return new StepScript(List.copyOf(before), isWithin ? List.of() : creation, List.copyOf(parts));
    }

    /** {@return what runs before all parts} */
    List<Statement> first() {
        return Stream.concat(before.stream(), creation.stream()).toList();
    }

    /** {@return the history writes of a step, as the plan foresees them; none if it only takes back what was half-done} */
    static List<Statement> writes(Step step, Workspace workspace, Recorder recorder) {
        StoredReversal foreseen = step.planned().map(PlannedReversal::foreseen).orElse(StoredReversal.NONE);
        return writes(step, workspace, recorder, Duration.ZERO, foreseen);
    }

    /** {@return the history writes of a step that took so long and goes back by that reversal} */
    static List<Statement> writes(
            Step step, Workspace workspace, Recorder recorder, Duration duration, StoredReversal reversal) {
        return step.ending()
                .write(
                        workspace.history(),
                        () -> recorder.entry(
                                step, duration, workspace.seal().seal(step.migration(), step.checksum(), reversal)));
    }

    /**
     * The SQL in order, with transaction boundaries and what is written to the history and its journal; code as a comment.
     * What is set again on the session, and what clears away a remainder, counts as the migration's: a reader should see it.
     *
     * @param ran what the first units have run; the others are shown as the plan foresees them
     * @param historyWrites what records or forgets the migration
     */
    ScriptText text(
            Step step,
            Workspace workspace,
            Recorder recorder,
            List<List<Instruction>> ran,
            List<Statement> historyWrites) {
        Lines lines = new Lines(step, workspace, recorder);
        before.forEach(lines.text::add);
        creation.forEach(lines.text::addOwn);
        lines.settle();
        int number = 0;
        for (Part part : parts) {
            List<List<Instruction>> units = new ArrayList<>();
            for (Unit unit : part.segment().units()) {
                units.add(number < ran.size() ? ran.get(number) : unit.instructions());
                number++;
            }
            lines.add(part, units, historyWrites);
        }
        return lines.text;
    }

    /**
     * Units that run together.
     *
     * @param segment the migration's own
     * @param creation what creates the history before them
     * @param isLast whether the migration is recorded or forgotten after them
     */
    record Part(Segment segment, List<Statement> creation, boolean isLast) {
        boolean isTransaction() {
            return segment.mode() == Segment.Mode.TRANSACTION;
        }

        /** Whether no transaction is sure to hold what its code does: then that is noted before it runs, too. */
        boolean isUncertain(boolean holdsDefinitions) {
            return isTransaction() && !holdsDefinitions && segment.runsCode();
        }
    }

    /** Writes a script down. What is noted in the journal is known only when it runs, so a mark stands for it. */
    private static final class Lines {
        private static final String NOTED = "…";

        private final Step step;
        private final Workspace workspace;
        private final Recorder recorder;
        private final ScriptText text;
        private int ordinal;

        Lines(Step step, Workspace workspace, Recorder recorder) {
            this.step = step;
            this.workspace = workspace;
            this.recorder = recorder;
            this.text = new ScriptText(workspace.adapter().dialect());
            this.ordinal = step.former().map(p -> p.last().ordinal()).orElse(0);
        }

        /** What was found out about the piece at which the migration stopped. */
        void settle() {
            step.former()
                    .flatMap(Progress::settled)
                    .ifPresent(row -> text.addOwn(workspace.history().journal().amend(row)));
        }

        void add(Part part, List<List<Instruction>> units, List<Statement> historyWrites) {
            if (!part.isTransaction()) {
                units.forEach(unit -> unit.forEach(
                        instruction -> addAlone(instruction, part.segment().mode())));
                return;
            }
            Optional<Instruction> head = units.stream().flatMap(List::stream).findFirst();
            boolean isNoted =
                    part.isUncertain(workspace.adapter().capabilities().contains(Capability.TRANSACTIONAL_DDL));
            if (isNoted) {
                note(head, State.UNDER_WAY);
            }
            text.boundary("BEGIN");
            part.creation().forEach(text::addOwn);
            units.forEach(unit -> unit.forEach(text::add));
            if (part.isLast()) {
                historyWrites.forEach(text::addOwn);
                if (step.isJournaled() && step.ending().endsJournal()) {
                    text.addOwn(workspace.history().journal().strike(step.migration()));
                }
            } else if (isNoted) {
                text.addOwn(workspace.history().journal().amend(row(head, State.DONE)));
            } else {
                note(head, State.DONE);
            }
            text.boundary("COMMIT");
        }

        private void addAlone(Instruction instruction, Segment.Mode mode) {
            boolean isHeld = JournalWriter.isHeld(instruction, mode);
            if (isHeld) {
                text.boundary("BEGIN");
            } else {
                note(Optional.of(instruction), State.UNDER_WAY);
            }
            text.add(instruction);
            if (isHeld) {
                note(Optional.of(instruction), State.DONE);
                text.boundary("COMMIT");
            }
        }

        private void note(Optional<Instruction> first, State state) {
            ordinal++;
            text.addOwn(workspace.history().journal().note(row(first, state)));
        }

        private JournalEntry row(Optional<Instruction> first, State state) {
            String statement = first.map(Instruction::text).orElse("");
            return recorder.row(step, ordinal, statement, NOTED, state, Optional.empty());
        }
    }
}
