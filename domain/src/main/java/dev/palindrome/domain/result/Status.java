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
    FAILED,
    FAKED;

    /** {@return the word that scripts read, such as {@code pending}} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
