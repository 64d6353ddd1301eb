package dev.palindrome.domain.run;

import dev.palindrome.domain.plan.Step;
import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.JournalEntry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Writes down who ran what, and when.
 *
 * @param clock the time
 * @param runBy the user and host, and before them whoever approved it if that is somebody else
 * @param toolVersion the version of Palindrome
 */
public record Recorder(Clock clock, String runBy, String toolVersion) {

    /** {@return who writes down that this one approved it} */
    Recorder onBehalfOf(String approver) {
        return new Recorder(clock, approver + " via " + runBy, toolVersion);
    }

    /**
     * The history entry of a forwards step.
     *
     * @param duration how long it took
     * @param reversal what takes it back, sealed
     */
    HistoryEntry entry(Step step, Duration duration, String reversal) {
        return new HistoryEntry(
                0,
                step.migration().appName(),
                step.migration().id(),
                step.description(),
                step.checksum(),
                clock.instant(),
                runBy,
                duration,
                step.work().recordedOnly(),
                toolVersion,
                Optional.of(reversal),
                List.of());
    }

    /**
     * A row of the journal.
     *
     * @param statement what it is about
     * @param note what the engine needs to go on, sealed
     * @param error why it failed, if it did
     */
    JournalEntry row(
            Step step, int ordinal, String statement, String note, JournalEntry.State state, Optional<String> error) {
        return new JournalEntry(
                step.migration().appName(),
                step.migration().id(),
                step.direction(),
                ordinal,
                step.checksum(),
                statement,
                note,
                state,
                error,
                clock.instant(),
                runBy);
    }
}
