package dev.palindrome.domain.plan;

import java.util.Locale;

/** What people found out about a migration that stopped half-way. */
public enum Verdict {
    /** The statement that was under way took effect. */
    DONE,
    /** The statement that was under way had no effect. */
    UNDONE,
    /** All of the half has taken effect: the rest was done by hand. */
    WHOLE,
    /** Nothing of the half has any effect: what had run was taken back by hand. */
    NOTHING;

    /** {@return the word that users type} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
