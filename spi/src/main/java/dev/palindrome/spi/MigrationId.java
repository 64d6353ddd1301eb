package dev.palindrome.spi;

/**
 * The name of a migration, unique in its app. Made by pack authors and format readers, compared by its exact text. Ids
 * have no order of their own: the order of migrations is the pack's.
 *
 * @param value one to {@value #MAX_LENGTH} characters, without control characters and without blanks at either end
 * @since 0.1
 */
public record MigrationId(String value) {
    /** The longest id that the history can hold, in characters. */
    public static final int MAX_LENGTH = 200;

    /**
     * Guards the record.
     *
     * @param value anything else is an {@link IllegalArgumentException}
     */
    public MigrationId {
        if (value.isBlank() || !value.equals(value.strip())) {
            throw new IllegalArgumentException("A migration id must not be blank, nor begin or end with a blank");
        }
        if (value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("A migration id has at most " + MAX_LENGTH + " characters; '"
                    + value.substring(0, 20) + "…' has " + value.length());
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A migration id must not contain control characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
