package dev.palindrome.domain.result;

import dev.palindrome.spi.Reversal;
import java.util.Locale;

/** Whether a migration has a reversal. */
public enum ReversalState {
    GIVEN,
    ABSENT,
    NOT_NEEDED;

    /** {@return how that reversal is reported} */
    public static ReversalState of(Reversal reversal) {
        return reversal instanceof Reversal.Given
                ? GIVEN
                : reversal instanceof Reversal.NotNeeded ? NOT_NEEDED : ABSENT;
    }

    /** {@return the word that scripts read, such as {@code not-needed}} */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
