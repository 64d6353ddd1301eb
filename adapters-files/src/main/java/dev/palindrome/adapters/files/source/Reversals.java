package dev.palindrome.adapters.files.source;

import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.SqlScript;
import java.util.List;

/** Reversals as files give them: with SQL in them, or none. */
public final class Reversals {

    private Reversals() {}

    /**
     * Takes the backwards half of a file.
     *
     * @param pieces what stands in it, in the order in which it runs
     * @param reason why it is no reversal if there is no SQL in any of them, with the file's name
     * @return a reversal that is given, or absent
     */
    public static Reversal of(List<SqlScript> pieces, String reason) {
        return pieces.stream().allMatch(SqlScript::isEmpty)
                ? new Reversal.Absent(reason)
                : new Reversal.Given(List.copyOf(pieces));
    }
}
