package dev.palindrome.domain.journal;

import dev.palindrome.domain.reversal.StoredReversal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the engine notes with a row of the journal, so that any runner can go on from there, in either direction.
 *
 * @param after where the half stands once this piece has run
 * @param statements what the piece runs
 * @param rest what is left of the operation then, if it can't be compiled again since it is under way
 * @param digest over all that has run by then, so that nobody goes on with another migration
 * @param reversals what takes back operations, by their indexes; a later row knows better
 * @param doubt what is unknown if this is the last row
 * @param footprint what the catalogue showed just before, if that tells whether the piece ran
 */
public record JournalNote(
        Position after,
        List<Ran> statements,
        List<StoredReversal.Part> rest,
        String digest,
        Map<Integer, StoredReversal> reversals,
        Doubt doubt,
        Optional<Footprint> footprint) {

    /** The index of a reversal that takes back the whole half. */
    public static final int WHOLE = -1;

    public JournalNote {
        statements = List.copyOf(statements);
        rest = List.copyOf(rest);
        reversals = Map.copyOf(reversals);
    }
}
