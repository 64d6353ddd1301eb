package dev.palindrome.spi;

import java.time.Instant;
import java.util.Optional;

/**
 * A row of the journal: what was about to run of a migration that can't be one transaction. The next row of the same migration
 * says that it is done.
 *
 * @param appName the app
 * @param migrationId the migration
 * @param direction which way it was going
 * @param ordinal its place among the rows of that half, counted from 1
 * @param checksum of the migration's forwards half
 * @param statement what was about to run, for people
 * @param note what the engine needs to go on from here
 * @param state what is known of it
 * @param error why it failed; empty if it didn't, or nobody lived to tell
 * @param notedOn when it was about to run, to the microsecond
 * @param notedBy the user and host that ran it
 * @since 0.1
 */
public record JournalEntry(
        String appName,
        MigrationId migrationId,
        Direction direction,
        int ordinal,
        Checksum checksum,
        String statement,
        String note,
        State state,
        Optional<String> error,
        Instant notedOn,
        String notedBy) {

    /** {@return the migration as a dependency would name it} */
    public MigrationRef ref() {
        return new MigrationRef(appName, migrationId);
    }

    /**
     * The same row when more is known of it.
     *
     * @param known what is known
     * @param why why it failed, if it did
     * @return the row
     */
    public JournalEntry with(State known, Optional<String> why) {
        return new JournalEntry(
                appName, migrationId, direction, ordinal, checksum, statement, note, known, why, notedOn, notedBy);
    }

    /**
     * The same row with a note.
     *
     * @param text what the engine needs to go on from here
     * @return the row
     */
    public JournalEntry noting(String text) {
        return new JournalEntry(
                appName, migrationId, direction, ordinal, checksum, statement, text, state, error, notedOn, notedBy);
    }

    /**
     * What is known of what was about to run.
     *
     * @since 0.1
     */
    public enum State {
        /** Only that it was about to run. */
        UNDER_WAY,
        /** It did not run, or the database has taken it back. */
        UNDONE,
        /** It ran: somebody looked and said so. */
        DONE
    }
}
