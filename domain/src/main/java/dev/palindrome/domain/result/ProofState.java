package dev.palindrome.domain.result;

import java.util.Locale;

/** Whether a reversal was proven to restore what was there. */
public enum ProofState {
    /** Nothing has been tried. */
    NONE;

    /** {@return the word that scripts read} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
