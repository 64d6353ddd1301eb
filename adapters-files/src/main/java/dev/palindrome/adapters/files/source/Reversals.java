package dev.palindrome.adapters.files.source;

import dev.palindrome.spi.FormatSettings;
import dev.palindrome.spi.Reversal;

/** Reversals that are there and have no SQL in them, in formats that can't say whether that is meant. */
public final class Reversals {
    /** The setting by which a pack says that it is meant: {@code not-needed}. */
    public static final String SETTING = "emptyReversal";

    private static final String NOT_NEEDED = "not-needed";

    private Reversals() {}

    /**
     * Takes a backwards half without SQL, for a migration that runs something.
     *
     * @param settings what the pack says of such halves
     * @param reason why it is no reversal, with the file's name
     * @return by default one that is absent
     */
    public static Reversal empty(FormatSettings settings, String reason) {
        return settings.value(SETTING).filter(NOT_NEEDED::equals).isPresent()
                ? new Reversal.NotNeeded()
                : new Reversal.Absent(reason);
    }
}
