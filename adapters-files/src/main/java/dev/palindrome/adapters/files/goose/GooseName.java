package dev.palindrome.adapters.files.goose;

import dev.palindrome.spi.MigrationId;
import java.util.Optional;

/**
 * What the name of a goose file says: {@code VERSION_ANYTHING.sql}. The version is what stands before the first low line, a
 * number from 1 to 2⁶³ − 1, of which leading zeros don't count.
 *
 * @param fileName the name as the folder lists it
 * @param version its version
 */
record GooseName(String fileName, long version) {
    private static final String SQL = ".sql";
    private static final String GO = ".go";

    /** {@return what a name says; empty if it isn't that of a migration} */
    static Optional<GooseName> parse(String fileName) {
        int gap = fileName.indexOf('_');
        if (gap < 1 || !(fileName.endsWith(SQL) || fileName.endsWith(GO)) || fileName.endsWith("_test.go")) {
            return Optional.empty();
        }
        try {
            long version = Long.parseLong(fileName.substring(0, gap));
            return version < 1 ? Optional.empty() : Optional.of(new GooseName(fileName, version));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    boolean isSql() {
        return fileName.endsWith(SQL);
    }

    MigrationId id() {
        return new MigrationId(Long.toString(version));
    }

    String description() {
        return fileName.substring(fileName.indexOf('_'), fileName.lastIndexOf('.'))
                .replace('_', ' ')
                .strip();
    }
}
