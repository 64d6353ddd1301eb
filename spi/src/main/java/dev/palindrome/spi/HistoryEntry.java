package dev.palindrome.spi;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A row of the history: one migration that was applied.
 *
 * @param sequence the order in which migrations ran; the database gives it, ever growing, and never again once given; 0
 *     before the entry is written
 * @param appName the app
 * @param migrationId the migration
 * @param description what the migration said of itself
 * @param checksum of what ran
 * @param ranOn when it had run, to the microsecond
 * @param ranBy the user and host that ran it
 * @param duration how long it took
 * @param faked whether it was only recorded
 * @param toolVersion the version of Palindrome that wrote the entry
 * @param storedReversal the compiled reversal, if one was stored
 * @param tags names that users gave to the state of the app after this migration
 * @since 0.1
 */
public record HistoryEntry(
        long sequence,
        String appName,
        MigrationId migrationId,
        String description,
        Checksum checksum,
        Instant ranOn,
        String ranBy,
        Duration duration,
        boolean faked,
        String toolVersion,
        Optional<String> storedReversal,
        List<String> tags) {

    /**
     * Guards the record.
     *
     * @param sequence the order in which migrations ran
     * @param appName the app
     * @param migrationId the migration
     * @param description what the migration said of itself
     * @param checksum of what ran
     * @param ranOn when it had run
     * @param ranBy the user and host that ran it
     * @param duration how long it took
     * @param faked whether it was only recorded
     * @param toolVersion the version of Palindrome that wrote the entry
     * @param storedReversal the compiled reversal
     * @param tags copied
     */
    public HistoryEntry {
        tags = List.copyOf(tags);
    }

    /** {@return the migration as a dependency would name it} */
    public MigrationRef ref() {
        return new MigrationRef(appName, migrationId);
    }

    /**
     * The same entry with other names for the state after it.
     *
     * @param others all names that it has from now on, without blanks in them
     * @return the entry
     */
    public HistoryEntry withTags(List<String> others) {
        return changed(checksum, storedReversal, others);
    }

    /**
     * The same entry for other content.
     *
     * @param other the content's checksum
     * @param reversal the reversal that is stored from now on
     * @return the entry
     */
    public HistoryEntry withContent(Checksum other, Optional<String> reversal) {
        return changed(other, reversal, tags);
    }

    private HistoryEntry changed(Checksum content, Optional<String> reversal, List<String> names) {
        return new HistoryEntry(
                sequence,
                appName,
                migrationId,
                description,
                content,
                ranOn,
                ranBy,
                duration,
                faked,
                toolVersion,
                reversal,
                names);
    }
}
