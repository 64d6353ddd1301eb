package dev.palindrome.domain.plan;

import dev.palindrome.domain.history.History;
import dev.palindrome.spi.Checksum;
import dev.palindrome.spi.Instruction;
import java.util.List;

/** The hash by which a plan is approved: over what would run and over the history that it starts from. */
final class PlanHash {
    private PlanHash() {}

    static String of(Direction direction, List<Step> steps, History history) {
        StringBuilder text = new StringBuilder(direction.word());
        for (Step step : steps) {
            field(text, step.migration().appName());
            field(text, step.migration().id().value());
            field(text, step.checksum().value());
            field(text, step.work().recordedOnly() ? "recorded" : "run");
            field(text, step.filesToDelete().toString());
            for (Segment segment : step.work().segments()) {
                field(text, segment.mode().name());
                for (Instruction instruction : segment.instructions()) {
                    field(text, instruction.text());
                }
            }
        }
        history.entries().forEach(entry -> {
            field(text, entry.sequence() + "");
            field(text, entry.ref().toString());
            field(text, entry.checksum().value());
        });
        return Checksum.of(text.toString()).value();
    }

    /** Writes the length first, so that no two lists of fields give one text. */
    private static void field(StringBuilder text, String value) {
        text.append('\n').append(value.length()).append(':').append(value);
    }
}
