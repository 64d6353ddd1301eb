package dev.palindrome.adapters.files.dbmate;

import dev.palindrome.adapters.files.source.Digits;
import dev.palindrome.spi.MigrationId;
import java.math.BigInteger;
import java.util.Optional;

/**
 * What the name of a dbmate file says: {@code VERSION_NAME.sql}. The version is the digits with which it begins, taken as a
 * text, so that {@code 007} and {@code 7} are two; what follows may be anything.
 *
 * @param fileName the name as the folder lists it
 * @param version its version
 */
record DbmateName(String fileName, MigrationId version) {
    private static final String SQL = ".sql";

    /** {@return what a name says; empty if it isn't that of a migration} */
    static Optional<DbmateName> parse(String fileName) {
        String digits = Digits.leading(fileName);
        return digits.isEmpty() || digits.length() > MigrationId.MAX_LENGTH || !fileName.endsWith(SQL)
                ? Optional.empty()
                : Optional.of(new DbmateName(fileName, new MigrationId(digits)));
    }

    String description() {
        return fileName.substring(version.value().length(), fileName.length() - SQL.length())
                .replace('_', ' ')
                .strip();
    }

    BigInteger number() {
        return new BigInteger(version.value());
    }
}
