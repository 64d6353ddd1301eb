package dev.palindrome.adapters.files.mybatis;

import dev.palindrome.spi.MigrationId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a script says: a number of any length, then words, with low lines between them.
 *
 * @param fileName the name as the folder lists it
 * @param number the number
 * @param description the words
 */
record MybatisName(String fileName, BigDecimal number, String description) {
    /** Scripts that are no migrations: one runs on request alone, the other after a migration failed. */
    static final List<String> SPECIAL = List.of("bootstrap.sql", "onabort.sql");

    private static final Pattern NAME = Pattern.compile("([0-9]{1,100}(?:\\.[0-9]{1,99})?)(?:_(.*))?\\.sql");

    /** {@return what a name says; empty if it isn't a migration's} */
    static Optional<MybatisName> parse(String fileName) {
        Matcher name = NAME.matcher(fileName);
        return name.matches()
                ? Optional.of(new MybatisName(
                        fileName,
                        new BigDecimal(name.group(1)),
                        Optional.ofNullable(name.group(2))
                                .orElse("")
                                .replace('_', ' ')
                                .strip()))
                : Optional.empty();
    }

    /** {@return whether MyBatis Migrations would look at a file} */
    static boolean isScript(String fileName) {
        return fileName.endsWith(".sql");
    }

    /** {@return the id of that number, which leading zeros don't change} */
    static MigrationId id(BigDecimal number) {
        return new MigrationId(
                number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
    }

    MigrationId id() {
        return id(number);
    }
}
