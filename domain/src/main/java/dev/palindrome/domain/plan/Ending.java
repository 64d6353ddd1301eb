package dev.palindrome.domain.plan;

import dev.palindrome.domain.history.History;
import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.MigrationRef;

/** What a step does to the history when all else has run. */
public sealed interface Ending {

    /** {@return whether it is still to be done, now that the history is that} */
    boolean isDue(MigrationRef migration, History now);

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
}
