package dev.palindrome.domain.plan;

import dev.palindrome.domain.history.History;
import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.HistoryStore;
import dev.palindrome.spi.JournalEntry;
import dev.palindrome.spi.MigrationRef;
import dev.palindrome.spi.Statement;
import java.util.Optional;
import java.util.function.Supplier;

/** What a step does to the history when all else has run. */
public sealed interface Ending {

    /** {@return whether it is still to be done, now that the history is that} */
    boolean isDue(MigrationRef migration, History now);

    /**
     * What does it.
     *
     * @param history makes the statement
     * @param recorded the entry that a step makes which records its migration
     * @return none if the history stays as it is
     */
    Optional<Statement> write(HistoryStore history, Supplier<HistoryEntry> recorded);

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

        @Override
        public Optional<Statement> write(HistoryStore history, Supplier<HistoryEntry> recorded) {
            return Optional.of(history.insert(recorded.get()));
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

        @Override
        public Optional<Statement> write(HistoryStore history, Supplier<HistoryEntry> recorded) {
            return Optional.of(history.delete(entry));
        }
    }

    /** The history stays as it is: what was half-done has been taken back, and is only struck from the journal. */
    record Unchanged() implements Ending {
        @Override
        public boolean isDue(MigrationRef migration, History now) {
            return now.halfDone(migration).isPresent();
        }

        @Override
        public Optional<Statement> write(HistoryStore history, Supplier<HistoryEntry> recorded) {
            return Optional.empty();
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
        public Optional<Statement> write(HistoryStore history, Supplier<HistoryEntry> recorded) {
            return Optional.of(history.amend(entry));
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
        public Optional<Statement> write(HistoryStore history, Supplier<HistoryEntry> recorded) {
            return Optional.of(history.journal().amend(row));
        }

        @Override
        public boolean endsJournal() {
            return false;
        }
    }
}
