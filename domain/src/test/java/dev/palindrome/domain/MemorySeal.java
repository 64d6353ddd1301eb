package dev.palindrome.domain;

import dev.palindrome.domain.reversal.ReversalSeal;
import dev.palindrome.domain.reversal.StoredReversal;
import dev.palindrome.spi.Checksum;
import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.MigrationRef;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps reversals in memory; the history has their numbers. */
public final class MemorySeal implements ReversalSeal {
    private static final Map<String, StoredReversal> SEALED = new ConcurrentHashMap<>();

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
}
