package dev.palindrome.domain.history;

import dev.palindrome.domain.journal.JournalNote;
import dev.palindrome.domain.reversal.StoredReversal;
import dev.palindrome.spi.Checksum;
import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.JournalEntry;
import dev.palindrome.spi.MigrationRef;
import dev.palindrome.spi.ProblemException;

/** Writes compiled reversals and notes for the history and its journal, so that nobody can change one or put it to another
 * migration, or another place of the journal, unnoticed. */
public interface HistorySeal {

    /**
     * Writes one.
     *
     * @param migration whose reversal it is
     * @param checksum of what ran forwards
     * @param reversal what takes it back
     * @return text for the history
     */
    String seal(MigrationRef migration, Checksum checksum, StoredReversal reversal);

    /**
     * Reads one.
     *
     * @param entry an entry that has a stored reversal
     * @return its reversal
     * @throws ProblemException with {@code history/reversal-spoiled} if it isn't what was written, or isn't signed although a
     *     key is configured
     */
    StoredReversal open(HistoryEntry entry);

    /**
     * Writes a note for the journal.
     *
     * @param row the row that it is for, as far as that never changes: all but its state and error
     * @param note what is noted
     * @return text for the journal
     */
    String seal(JournalEntry row, JournalNote note);

    /**
     * Reads a note.
     *
     * @param row a row of the journal
     * @return its note
     * @throws ProblemException with {@code history/reversal-spoiled} if it isn't what was written, or isn't signed although a
     *     key is configured
     */
    JournalNote open(JournalEntry row);
}
