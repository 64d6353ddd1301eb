package dev.palindrome.domain.run;

import dev.palindrome.domain.plan.Direction;
import dev.palindrome.domain.plan.PlannedReversal;
import dev.palindrome.domain.plan.Segment;
import dev.palindrome.domain.plan.Step;
import dev.palindrome.domain.plan.Unit;
import dev.palindrome.domain.reversal.StoredReversal;
import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A step with our own writes in their places: the one description from which a preview is printed and a run is made.
 *
 * @param parts in order
 */
record StepScript(List<Part> parts) {

    /**
     * The script of a step.
     *
     * @param creation what creates the history table, if this is the first write to it; else empty
     */
    static StepScript of(Step step, List<Statement> creation) {
        List<Segment> segments = new ArrayList<>(step.work().segments());
        if (segments.isEmpty() || segments.get(segments.size() - 1).mode() == Segment.Mode.ALONE) {
            segments.add(new Segment(Segment.Mode.TRANSACTION, List.of()));
        }
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            parts.add(new Part(segments.get(i), i == 0 ? creation : List.of(), i == segments.size() - 1));
        }
        return new StepScript(List.copyOf(parts));
    }

    /** {@return the history write of a step, as the plan foresees it} */
    static Statement write(Step step, Workspace workspace, Recorder recorder) {
        return write(step, workspace, recorder, Duration.ZERO, foreseen(step));
    }

    private static StoredReversal foreseen(Step step) {
        return step.planned().map(PlannedReversal::foreseen).orElse(StoredReversal.NONE);
    }

    /** {@return the history write of a step that took so long and goes back by that reversal} */
    static Statement write(
            Step step, Workspace workspace, Recorder recorder, Duration duration, StoredReversal reversal) {
        if (step.direction() == Direction.BACKWARDS) {
            return workspace.history().delete(step.reversed().orElseThrow());
        }
        String sealed = workspace.seal().seal(step.migration(), step.checksum(), reversal);
        return workspace.history().insert(recorder.entry(step, duration, sealed));
    }

    /**
     * The SQL in order, with transaction boundaries; code as a comment.
     *
     * @param ran what the first units have run; the others are shown as the plan foresees them
     * @param historyWrite what records or forgets the migration
     */
    List<String> text(Dialect dialect, List<List<Instruction>> ran, Statement historyWrite) {
        List<String> lines = new ArrayList<>();
        int number = 0;
        for (Part part : parts) {
            if (part.isTransaction()) {
                lines.add("BEGIN");
            }
            part.creation().forEach(statement -> lines.add(dialect.inline(statement)));
            for (Unit unit : part.segment().units()) {
                List<Instruction> shown = number < ran.size() ? ran.get(number) : unit.instructions();
                shown.forEach(instruction -> lines.add(instruction.inline(dialect)));
                number++;
            }
            if (part.writesHistory()) {
                lines.add(dialect.inline(historyWrite));
            }
            if (part.isTransaction()) {
                lines.add("COMMIT");
            }
        }
        return lines;
    }

    /**
     * Units that run together.
     *
     * @param segment the migration's own
     * @param creation what creates the history table before them
     * @param writesHistory whether the migration is recorded or forgotten after them
     */
    record Part(Segment segment, List<Statement> creation, boolean writesHistory) {
        boolean isTransaction() {
            return segment.mode() == Segment.Mode.TRANSACTION;
        }
    }
}
