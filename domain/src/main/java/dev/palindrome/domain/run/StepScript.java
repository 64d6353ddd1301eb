package dev.palindrome.domain.run;

import dev.palindrome.domain.plan.Direction;
import dev.palindrome.domain.plan.Segment;
import dev.palindrome.domain.plan.Step;
import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.HistoryStore;
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
    static StepScript of(Step step, HistoryStore history, Recorder recorder, List<Statement> creation) {
        List<Segment> segments = new ArrayList<>(step.work().segments());
        if (segments.isEmpty() || segments.get(segments.size() - 1).mode() == Segment.Mode.ALONE) {
            segments.add(new Segment(Segment.Mode.TRANSACTION, List.of()));
        }
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            List<Statement> before = i == 0 ? creation : List.of();
            boolean last = i == segments.size() - 1;
            List<Statement> after = last ? List.of(write(step, history, recorder, Duration.ZERO)) : List.of();
            parts.add(new Part(segments.get(i), before, after));
        }
        return new StepScript(List.copyOf(parts));
    }

    /** {@return the history write of a step that took so long} */
    static Statement write(Step step, HistoryStore history, Recorder recorder, Duration duration) {
        return step.direction() == Direction.FORWARDS
                ? history.insert(recorder.entry(step, duration))
                : history.delete(step.reversed().orElseThrow());
    }

    /** {@return the SQL in order, with transaction boundaries; code as a comment} */
    List<String> text(Dialect dialect) {
        List<String> lines = new ArrayList<>();
        for (Part part : parts) {
            if (part.isTransaction()) {
                lines.add("BEGIN");
            }
            part.creation().forEach(statement -> lines.add(dialect.inline(statement)));
            part.segment().instructions().forEach(instruction -> lines.add(instruction.inline(dialect)));
            part.historyWrites().forEach(statement -> lines.add(dialect.inline(statement)));
            if (part.isTransaction()) {
                lines.add("COMMIT");
            }
        }
        return lines;
    }

    /**
     * Instructions that run together.
     *
     * @param segment the migration's own
     * @param creation what creates the history table before them
     * @param historyWrites what records or forgets the migration after them
     */
    record Part(Segment segment, List<Statement> creation, List<Statement> historyWrites) {
        boolean isTransaction() {
            return segment.mode() == Segment.Mode.TRANSACTION;
        }
    }
}
