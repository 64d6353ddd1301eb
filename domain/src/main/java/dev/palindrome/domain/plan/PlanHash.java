package dev.palindrome.domain.plan;

import dev.palindrome.domain.history.History;
import dev.palindrome.domain.reversal.StoredReversal;
import dev.palindrome.spi.Checksum;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.Requirement;
import dev.palindrome.spi.Statement;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The hash by which a plan is approved: over what would run and over the history that it starts from. */
final class PlanHash {
    private PlanHash() {}

    static String of(Course course, List<Step> steps, History history) {
        StringBuilder text = new StringBuilder(course.word());
        for (Step step : steps) {
            field(text, step.direction().word());
            field(text, step.migration().appName());
            field(text, step.migration().id().value());
            field(text, step.checksum().value());
            field(text, step.work().recordedOnly() ? "recorded" : "run");
            field(text, step.description());
            fields(text, step.filesToDelete().stream().map(Path::toString).toList());
            field(text, step.work().segments().size() + " segments");
            for (Segment segment : step.work().segments()) {
                field(text, segment.mode().name());
                field(text, segment.instructions().size() + " instructions");
                segment.instructions().forEach(instruction -> instruction(text, instruction));
            }
            field(text, step.ending().getClass().getSimpleName());
            if (step.ending() instanceof Ending.Settled settled) {
                field(text, settled.row().state().name());
            }
            if (step.ending() instanceof Ending.Adopted adopted) {
                field(text, adopted.origin());
                fields(text, adopted.entry().tags());
            }
            step.planned().ifPresent(planned -> reversal(text, planned.foreseen()));
        }
        history.entries().forEach(entry -> {
            field(text, Long.toString(entry.sequence()));
            field(text, entry.ref().toString());
            field(text, entry.checksum().value());
        });
        history.halfDone().forEach(progress -> field(text, progress.mark()));
        return Checksum.of(text.toString()).value();
    }

    /** What a step stores can run one day, so it is approved too; versions run nothing. */
    private static void reversal(StringBuilder text, StoredReversal reversal) {
        field(text, reversal.state().word());
        field(text, reversal.transactional() ? "in a transaction" : "without a transaction");
        field(text, reversal.parts().size() + " parts");
        for (StoredReversal.Part part : reversal.parts()) {
            if (part instanceof StoredReversal.Sql sql) {
                field(text, sql.statement().kind().name());
                instruction(text, sql.statement());
            } else if (part instanceof StoredReversal.Code code) {
                field(text, code.name());
            }
        }
        fields(
                text,
                reversal.requirements().stream().map(Requirement::violations).toList());
    }

    private static void instruction(StringBuilder text, Instruction instruction) {
        field(text, instruction.text());
        if (instruction instanceof Statement statement) {
            fields(text, statement.parameters());
        }
    }

    private static void fields(StringBuilder text, List<? extends @Nullable Object> values) {
        field(text, values.size() + " values");
        for (@Nullable Object value : values) {
            field(text, value == null ? "null" : value.getClass().getName() + " " + value);
        }
    }

    /** Writes the length first, so that no two lists of fields give one text. */
    private static void field(StringBuilder text, String value) {
        text.append('\n').append(value.length()).append(':').append(value);
    }
}
