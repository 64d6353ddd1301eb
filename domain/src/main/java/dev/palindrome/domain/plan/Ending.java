package dev.palindrome.domain.plan;

import dev.palindrome.domain.history.History;
import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.JournalEntry;
import dev.palindrome.spi.MigrationRef;

/** What a step does to the history when all else has run. */
public sealed interface Ending {

    /** {@return whether it is still to be done, now that the history is that} */
    boolean isDue(MigrationRef migration, History now);

    /** {@return whether the journal's rows of the migration are struck, if there are any} */
    default boolean endsJournal() {
        return true;
    }

    /**
     * The migration is recorded.
     *
     * @param planned the reversal that is stored, as the plan foresees it
     */
    record Recorded(PlannedReversal planned) implements Ending {
        @Override
        public boolean isDue(MigrationRef migration, History now) {
            return !now.has(migration);
        }
    }

    /**
     * The migration is forgotten.
     *
     * @param entry its entry
     */
    record Forgotten(HistoryEntry entry) implements Ending {
        @Override
        public boolean isDue(MigrationRef migration, History now) {
            return now.has(entry);
        }
    }

    /** The history stays as it is: what was half-done has been taken back, and is only struck from the journal. */
    record Unchanged() implements Ending {
        @Override
        public boolean isDue(MigrationRef migration, History now) {
            return now.halfDone(migration).isPresent();
        }
    }

    /**
     * An entry is amended.
     *
     * @param entry as it is from now on
     */
    record Amended(HistoryEntry entry) implements Ending {
        @Override
        public boolean isDue(MigrationRef migration, History now) {
            return now.has(entry);
        }

        @Override
        public boolean endsJournal() {
            return false;
        }
    }

    /**
     * The journal gets to know what became of the statement that was under way.
     *
     * @param row its row, as it is from now on
     */
    record Settled(JournalEntry row) implements Ending {
        @Override
        public boolean isDue(MigrationRef migration, History now) {
            return now.halfDone(migration)
                    .filter(progress -> progress.last().ordinal() == row.ordinal())
                    .isPresent();
        }

        @Override
        public boolean endsJournal() {
            return false;
        }
    }
}
