package dev.palindrome.testkit;

import dev.palindrome.domain.history.HistorySeal;
import dev.palindrome.domain.journal.JournalNote;
import dev.palindrome.domain.reversal.StoredReversal;
import dev.palindrome.spi.Checksum;
import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.JournalEntry;
import dev.palindrome.spi.MigrationRef;

/** Writes reversals and notes as they are, unsigned, so that any process can read them. For tests of what the engine does. */
public final class PlainSeal implements HistorySeal {

    @Override
    public String seal(MigrationRef migration, Checksum checksum, StoredReversal reversal) {
        return RecordText.of(reversal);
    }

    @Override
    public StoredReversal open(HistoryEntry entry) {
        return RecordText.read(StoredReversal.class, entry.storedReversal().orElseThrow());
    }

    @Override
    public String seal(JournalEntry row, JournalNote note) {
        return RecordText.of(note);
    }

    @Override
    public JournalNote open(JournalEntry row) {
        return RecordText.read(JournalNote.class, row.note());
    }
}
