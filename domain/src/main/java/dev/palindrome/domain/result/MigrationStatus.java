package dev.palindrome.domain.result;

import dev.palindrome.domain.reversal.ReversalState;
import dev.palindrome.spi.Checksum;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One migration as {@code check} reports it.
 *
 * @param appName its app
 * @param migrationId its id
 * @param description what it says of itself
 * @param hasRan whether the history has it
 * @param status how it stands
 * @param run when, by whom and how long, if it has run
 * @param checksum of the pack's content; empty if no pack has it
 * @param reversal whether it can be reversed, and by what
 * @param proof whether its reversal is proven
 */
public record MigrationStatus(
        String appName,
        String migrationId,
        String description,
        boolean hasRan,
        Status status,
        Optional<Run> run,
        Optional<Checksum> checksum,
        ReversalState reversal,
        ProofState proof) {

    /**
     * What the history says of a migration that has run.
     *
     * @param ranOn when
     * @param ranBy the user and host
     * @param duration how long it took
     * @param sequence its place in the order in which migrations ran
     * @param checksum of what ran
     * @param tags names of the app's state after it
     */
    public record Run(
            Instant ranOn, String ranBy, Duration duration, long sequence, Checksum checksum, List<String> tags) {
        public Run {
            tags = List.copyOf(tags);
        }
    }
}
