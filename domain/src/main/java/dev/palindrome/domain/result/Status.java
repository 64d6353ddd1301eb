package dev.palindrome.domain.result;

import java.util.Locale;

/** How a migration stands between its pack and the history. */
public enum Status {
    PENDING,
    APPLIED,
    /** Applied, and its content has another checksum now. */
    CHANGED,
    /** Applied, and no pack has it. */
    MISSING,
    /** Half-done: it stopped on its way, in either direction, and the journal says where. */
    FAILED,
    FAKED;

    /** {@return the word that scripts read, such as {@code pending}} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
