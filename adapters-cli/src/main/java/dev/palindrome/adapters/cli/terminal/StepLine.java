package dev.palindrome.adapters.cli.terminal;

import dev.palindrome.domain.result.StepOutcome;
import dev.palindrome.domain.result.StepResult;
import java.time.Duration;

/** One line for what became of a step: {@code ✓ shop:0002  add e-mail  12 ms}. */
final class StepLine {
    private StepLine() {}

    static String of(StepResult step, Style style) {
        String description = step.description().isBlank() ? "" : "  " + step.description();
        return mark(step.outcome(), style) + " " + step.appName() + ":" + step.migrationId() + description
                + style.faint("  " + end(step));
    }

    /** {@return {@code 12 ms}, {@code 1.5 s}, {@code 3 min 20 s}} */
    static String of(Duration duration) {
        if (duration.toMillis() < 1000) {
            return duration.toMillis() + " ms";
        }
        if (duration.toSeconds() < 60) {
            return duration.toSeconds() + "." + duration.toMillisPart() / 100 + " s";
        }
        return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
    }

    private static String mark(StepOutcome outcome, Style style) {
        return switch (outcome) {
            case DONE, FAKED -> style.doneMark();
            case FAILED, ROLLED_BACK, IN_DOUBT -> style.badMark();
            case PLANNED, NOT_STARTED -> style.idleMark();
        };
    }

    private static String end(StepResult step) {
        return switch (step.outcome()) {
            case DONE -> of(step.duration());
            case FAKED -> "recorded, not run";
            case FAILED -> "failed half-way";
            case ROLLED_BACK -> "rolled back";
            case IN_DOUBT -> "in doubt";
            case PLANNED -> "planned";
            case NOT_STARTED -> "not started";
        };
    }
}
