package dev.palindrome.application.reversal;

import dev.palindrome.application.configuration.SigningKey;
import dev.palindrome.domain.history.HistorySeal;
import dev.palindrome.domain.journal.JournalNote;
import dev.palindrome.domain.problem.Codes;
import dev.palindrome.domain.reversal.StoredReversal;
import dev.palindrome.spi.Checksum;
import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.JournalEntry;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.MigrationRef;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/**
 * Keeps a reversal as two lines: the digests, then JSON. The digests are over the JSON, the migration's name and the checksum
 * of what ran forwards, so that a reversal can't be changed, nor put to another migration. Those of a note are over its place in
 * the journal, too, and over the statement that people read there.
 */
public final class JsonSeal implements HistorySeal {
    private final Digests digests;

    /**
     * A seal.
     *
     * @param key signs what is written, and must have signed what is read; without one only checksums are compared
     */
    public JsonSeal(Optional<SigningKey> key) {
        this.digests = new Digests(key);
    }

    @Override
    public String seal(MigrationRef migration, Checksum checksum, StoredReversal reversal) {
        return sealed(place(migration, checksum), ReversalJson.write(reversal));
    }

    @Override
    public String seal(JournalEntry row, JournalNote note) {
        return sealed(place(row), NoteJson.write(note));
    }

    private String sealed(String place, String json) {
        return digests.line(place + json) + "\n" + json;
    }

    private static String place(MigrationRef migration, Checksum checksum) {
        return migration + "\n" + checksum + "\n";
    }

    private static String place(JournalEntry row) {
        return place(row.ref(), row.checksum())
                + row.direction().word() + " " + row.ordinal() + " "
                + Checksum.of(row.statement()) + "\n";
    }

    @Override
    public StoredReversal open(HistoryEntry entry) {
        String text = entry.storedReversal().orElseThrow();
        Function<String, Problem> spoiled = objection -> spoiled(entry, objection);
        String json = opened(place(entry.ref(), entry.checksum()), text, spoiled);
        return read(spoiled, () -> ReversalJson.read(json, Location.of("the reversal stored for " + entry.ref())));
    }

    @Override
    public JournalNote open(JournalEntry row) {
        Function<String, Problem> spoiled = objection -> spoiled(row, objection);
        String json = opened(place(row), row.note(), spoiled);
        return read(spoiled, () -> NoteJson.read(json, Location.of("the journal's note of " + row.ref())));
    }

    private String opened(String place, String text, Function<String, Problem> spoiled) {
        int end = Math.max(0, text.indexOf('\n'));
        String json = text.substring(Math.min(text.length(), end + 1));
        digests.objection(text.substring(0, end), place + json).ifPresent(objection -> {
            throw new ProblemException(spoiled.apply(objection));
        });
        return json;
    }

    private static <T> T read(Function<String, Problem> spoiled, Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException | IllegalArgumentException e) {
            throw new ProblemException(spoiled.apply("it can't be read: " + e.getMessage()), e);
        }
    }

    private static Problem spoiled(JournalEntry row, String objection) {
        return Problem.error(
                Codes.HISTORY_REVERSAL_SPOILED,
                "The journal's row " + row.ordinal() + " of migration '" + row.ref() + "' is not to be trusted: "
                        + objection + ". Restore it from a backup of the journal.");
    }

    private static Problem spoiled(HistoryEntry entry, String objection) {
        return Problem.error(
                Codes.HISTORY_REVERSAL_SPOILED,
                "The stored reversal of migration '" + entry.ref() + "' is not to be trusted: " + objection
                        + ". It is not run. Add the pack or the file that the "
                        + "migration came from, or restore the row "
                        + "with the sequence " + entry.sequence() + " from a backup of the history.");
    }

    /** Reads what was opened. */
    @FunctionalInterface
    private interface Reading<T> {
        T read() throws IOException;
    }
}
