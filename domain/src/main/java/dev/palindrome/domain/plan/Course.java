package dev.palindrome.domain.plan;

import java.util.Locale;

/** What a plan is for. */
public enum Course {
    /** Every step goes forwards. */
    FORWARDS,
    /** Every step goes backwards. */
    BACKWARDS,
    /** First backwards, then forwards, until the database has what the packs have. */
    SYNC,
    /** Only the history is put right. */
    REPAIR,
    /** What another tool has run is recorded, all at once; nothing is run. */
    ADOPT;

    /** {@return the word that users type} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
