package dev.palindrome.domain;

import dev.palindrome.domain.history.HistorySeal;
import dev.palindrome.domain.journal.JournalNote;
import dev.palindrome.domain.reversal.StoredReversal;
import dev.palindrome.spi.Checksum;
import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.JournalEntry;
import dev.palindrome.spi.MigrationRef;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps reversals in memory; the history has their numbers. */
public final class MemorySeal implements HistorySeal {
    private static final Map<String, StoredReversal> SEALED = new ConcurrentHashMap<>();
    private static final Map<String, JournalNote> NOTES = new ConcurrentHashMap<>();

    @Override
    public String seal(MigrationRef migration, Checksum checksum, StoredReversal reversal) {
        String text = "reversal of " + migration + " " + Integer.toHexString(reversal.hashCode());
        SEALED.put(text, reversal);
        return text;
    }

    @Override
    public StoredReversal open(HistoryEntry entry) {
        StoredReversal found = SEALED.get(entry.storedReversal().orElseThrow());
        if (found == null) {
            throw new IllegalStateException("nothing is sealed as " + entry.storedReversal());
        }
        return found;
    }

    @Override
    public String seal(JournalEntry row, JournalNote note) {
        String text = "note of " + row.ref() + " " + Integer.toHexString(note.hashCode());
        NOTES.put(text, note);
        return text;
    }

    @Override
    public JournalNote open(JournalEntry row) {
        return NOTES.get(row.note());
    }
}
