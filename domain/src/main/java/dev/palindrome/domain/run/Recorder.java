package dev.palindrome.domain.run;

import dev.palindrome.domain.plan.Step;
import dev.palindrome.spi.HistoryEntry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Writes down who ran what, and when.
 *
 * @param clock the time
 * @param runBy the user and host
 * @param toolVersion the version of Palindrome
 */
public record Recorder(Clock clock, String runBy, String toolVersion) {

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
}
