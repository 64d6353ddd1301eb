package dev.palindrome.domain.reversal;

import dev.palindrome.spi.Checksum;
import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.MigrationRef;
import dev.palindrome.spi.ProblemException;

/** Writes compiled reversals for the history, so that nobody can change one or put it to another migration unnoticed. */
public interface ReversalSeal {

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
}
