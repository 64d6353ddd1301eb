package dev.palindrome.adapters.files.play;

import dev.palindrome.spi.MigrationId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of an evolution says: {@code NUMBER.sql}, with zeros in front of the number or without, at most 15 digits.
 *
 * @param fileName the name as the folder lists it
 * @param number from 1 on
 */
record PlayName(String fileName, long number) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,15})\\.sql");

    /** {@return what a name says; empty if it isn't that of an evolution} */
    static Optional<PlayName> parse(String fileName) {
        Matcher form = FORM.matcher(fileName);
        if (!form.matches() || Long.parseLong(form.group(1)) == 0) {
            return Optional.empty();
        }
        return Optional.of(new PlayName(fileName, Long.parseLong(form.group(1))));
    }

    MigrationId id() {
        return new MigrationId(Long.toString(number));
    }
}
