package dev.palindrome.domain.result;

import dev.palindrome.spi.Problem;
import java.util.List;

/**
 * What {@code check} found.
 *
 * @param statuses each migration, in order
 * @param problems what is wrong with the packs, and which migrations changed
 */
public record CheckReport(List<MigrationStatus> statuses, List<Problem> problems) {
    public CheckReport {
        statuses = List.copyOf(statuses);
        problems = List.copyOf(problems);
    }

    /** {@return whether a migration has yet to run, or to come to its end} */
    public boolean hasPending() {
        return statuses.stream()
                .anyMatch(status -> status.status() == Status.PENDING || status.status() == Status.FAILED);
    }
}
