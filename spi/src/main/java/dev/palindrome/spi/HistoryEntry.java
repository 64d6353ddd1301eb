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
 * @param origin the tool that ran it and what that tool recorded, as JSON; empty if Palindrome itself ran it
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
        List<String> tags,
        Optional<String> origin) {

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
     * @param origin what another tool recorded
     */
    public HistoryEntry {
        tags = List.copyOf(tags);
    }

    /**
     * An entry of a migration that Palindrome itself ran, or recorded.
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
     * @param tags names for the state after it
     */
    public HistoryEntry(
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
        this(
                sequence,
                appName,
                migrationId,
                description,
                checksum,
                ranOn,
                ranBy,
                duration,
                faked,
                toolVersion,
                storedReversal,
                tags,
                Optional.empty());
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

    /**
     * The same entry for a migration that another tool ran.
     *
     * @param time when it ran
     * @param user who ran it
     * @param names for the state after it, without blanks in them
     * @param json the tool and what it recorded
     * @return the entry
     */
    public HistoryEntry adopted(Instant time, String user, List<String> names, String json) {
        return new HistoryEntry(
                sequence,
                appName,
                migrationId,
                description,
                checksum,
                time,
                user,
                duration,
                false,
                toolVersion,
                storedReversal,
                names,
                Optional.of(json));
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
                names,
                origin);
    }
}
