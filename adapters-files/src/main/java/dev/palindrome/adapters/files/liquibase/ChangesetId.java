package dev.palindrome.adapters.files.liquibase;

import dev.palindrome.spi.Checksum;
import dev.palindrome.spi.MigrationId;

/**
 * What identifies a changeset to Liquibase.
 *
 * @param file the path of its file, or the logical path that stands for it
 * @param id its id
 * @param author its author
 */
record ChangesetId(String file, String id, String author) {
    private static final int DIGITS = 16;

    /** {@return the path as Liquibase records it: with slashes, and not from where it was found} */
    static String normal(String path) {
        return path.replace('\\', '/').replaceFirst("^classpath\\*?:", "").replaceFirst("^(?:\\./|/)+", "");
    }

    /**
     * {@return the id here: {@code file::id::author}, as Liquibase prints it. A longer one than the history can hold ends in a
     * part of its hash instead}
     */
    MigrationId migrationId() {
        String whole =
                (file + "::" + id + "::" + author).replaceAll("\\p{Cc}", " ").strip();
        if (whole.length() <= MigrationId.MAX_LENGTH) {
            return new MigrationId(whole);
        }
        String hash = Checksum.of(whole).value().substring(0, DIGITS);
        return new MigrationId(whole.substring(0, MigrationId.MAX_LENGTH - DIGITS - 1) + "~" + hash);
    }
}
