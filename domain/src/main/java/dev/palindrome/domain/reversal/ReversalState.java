package dev.palindrome.domain.reversal;

import java.util.Locale;

/** Whether a migration can be reversed, and by what. */
public enum ReversalState {
    /** By what its author wrote. */
    GIVEN,
    /** By what its operations derived, all or some of them, when they ran, or will. */
    DERIVED,
    /** By what the history keeps, since the pack doesn't have it any more. */
    STORED,
    /** It can't. */
    ABSENT,
    /** There is nothing to reverse. */
    NOT_NEEDED;

    /** {@return the word that scripts read, such as {@code not-needed}} */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
