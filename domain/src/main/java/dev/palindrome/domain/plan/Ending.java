package dev.palindrome.domain.plan;

import dev.palindrome.domain.history.History;
import dev.palindrome.spi.ForeignHistory;
import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.HistoryStore;
import dev.palindrome.spi.JournalEntry;
import dev.palindrome.spi.MigrationRef;
import dev.palindrome.spi.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What a step does to the history when all else has run. */
public sealed interface Ending {

    /** {@return whether it is still to be done, now that the history is that} */
    boolean isDue(MigrationRef migration, History now);

    /** {@return whether what another runner did meanwhile is what this would have done, if it is no longer to be done} */
    default boolean isMet(MigrationRef migration, History planned, History now) {
        return true;
    }

    /**
     * What does it; each statement changes one row.
     *
     * @param history makes the statements
     * @param recorded the entry that a step makes which records its migration
     * @return none if the history stays as it is
     */
    List<Statement> write(HistoryStore history, Supplier<HistoryEntry> recorded);

    /** {@return the reversal that is stored, as the plan foresees it, if the migration is recorded} */
    default Optional<PlannedReversal> stored() {
        return Optional.empty();
    }

    /** {@return whether it no longer fits, now that the history is that} */
    default boolean isOvertaken(History now) {
        return false;
    }

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
        public List<Statement> write(HistoryStore history, Supplier<HistoryEntry> recorded) {
            return List.of(history.insert(recorded.get()));
        }

        @Override
        public Optional<PlannedReversal> stored() {
            return Optional.of(planned);
        }
    }

    /**
     * The migration is recorded as one that another tool ran.
     *
     * @param planned the reversal that is stored
     * @param entry what the tool's history has of it
     * @param origin the same as JSON, for keeping
     */
    record Adopted(PlannedReversal planned, ForeignHistory.Entry entry, String origin) implements Ending {
        /** Stands for whoever ran it, if the tool doesn't say. */
        static final String UNKNOWN = "unknown";

        @Override
        public boolean isDue(MigrationRef migration, History now) {
            return !now.has(migration);
        }

        @Override
        public List<Statement> write(HistoryStore history, Supplier<HistoryEntry> recorded) {
            HistoryEntry ours = recorded.get();
            return List.of(history.insert(ours.adopted(
                    entry.ranOn().orElse(ours.ranOn()), entry.ranBy().orElse(UNKNOWN), entry.tags(), origin)));
        }

        @Override
        public Optional<PlannedReversal> stored() {
            return Optional.of(planned);
        }
    }

    /**
     * The migration is recorded anew, as the latest that ran.
     *
     * @param planned the reversal that is stored, as the plan foresees it
     * @param former the entry that gives way
     * @param heir the entry that has the former one's tags from now on; the new entry has them if there is none
     */
    record Replaced(PlannedReversal planned, HistoryEntry former, Optional<Heir> heir) implements Ending {
        @Override
        public boolean isDue(MigrationRef migration, History now) {
            return now.has(former) || !now.has(migration);
        }

        @Override
        public boolean isOvertaken(History now) {
            return !now.has(former.ref())
                    || heir.filter(h -> now.find(h.before().ref())
                                    .filter(h.before()::equals)
                                    .isEmpty())
                            .isPresent();
        }

        @Override
        public List<Statement> write(HistoryStore history, Supplier<HistoryEntry> recorded) {
            List<Statement> writes = new ArrayList<>();
            writes.add(history.delete(former));
            heir.ifPresent(h -> writes.add(history.amend(h.after())));
            HistoryEntry entry = recorded.get();
            writes.add(history.insert(heir.isPresent() ? entry : entry.withTags(former.tags())));
            return writes;
        }

        @Override
        public Optional<PlannedReversal> stored() {
            return Optional.of(planned);
        }
    }

    /**
     * The entry that ran before one that gives way, and gets its tags: they name the state without what ran later.
     *
     * @param before as it was when the plan was made
     * @param after as it is from then on
     */
    record Heir(HistoryEntry before, HistoryEntry after) {}

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
        public List<Statement> write(HistoryStore history, Supplier<HistoryEntry> recorded) {
            return List.of(history.delete(entry));
        }
    }

    /** The history stays as it is: what was half-done has been taken back, and is only struck from the journal. */
    record Unchanged() implements Ending {
        @Override
        public boolean isDue(MigrationRef migration, History now) {
            return now.halfDone(migration).isPresent();
        }

        /** Another runner may have completed what this would have taken back. */
        @Override
        public boolean isMet(MigrationRef migration, History planned, History now) {
            return planned.find(migration).equals(now.find(migration));
        }

        @Override
        public List<Statement> write(HistoryStore history, Supplier<HistoryEntry> recorded) {
            return List.of();
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
        public List<Statement> write(HistoryStore history, Supplier<HistoryEntry> recorded) {
            return List.of(history.amend(entry));
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

        /** Another runner went on, and nobody knows on whose word. */
        @Override
        public boolean isMet(MigrationRef migration, History planned, History now) {
            return false;
        }

        @Override
        public List<Statement> write(HistoryStore history, Supplier<HistoryEntry> recorded) {
            return List.of(history.journal().amend(row));
        }

        @Override
        public boolean endsJournal() {
            return false;
        }
    }
}
