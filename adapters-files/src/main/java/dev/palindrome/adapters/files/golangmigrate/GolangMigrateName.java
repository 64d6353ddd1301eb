package dev.palindrome.adapters.files.golangmigrate;

import dev.palindrome.adapters.files.source.Digits;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the name of a golang-migrate file says: {@code VERSION_TITLE.up.EXT} or {@code VERSION_TITLE.down.EXT}. The version
 * is an unsigned number of 64 bits, leading zeros don't count; the title may be empty and may contain dots; the last {@code
 * .up.} or {@code .down.} decides, in lower case only; the ending may be anything. These are golang-migrate's own rules, in
 * its {@code source/parse.go}.
 *
 * @param fileName the name as the folder lists it
 * @param digits the version as written
 * @param title what follows the version
 * @param direction which half the file holds
 */
record GolangMigrateName(String fileName, String digits, String title, Direction direction) {

    /** {@return what a name says; empty if it isn't golang-migrate's} */
    static Optional<GolangMigrateName> parse(String fileName) {
        int digits = Digits.leading(fileName).length();
        if (digits == 0 || digits == fileName.length() || fileName.charAt(digits) != '_') {
            return Optional.empty();
        }
        int up = fileName.lastIndexOf(Direction.UP.infix());
        int down = fileName.lastIndexOf(Direction.DOWN.infix());
        int titleEnd = Math.max(up, down);
        if (titleEnd <= digits) {
            return Optional.empty();
        }
        return Optional.of(new GolangMigrateName(
                fileName,
                fileName.substring(0, digits),
                fileName.substring(digits + 1, titleEnd),
                up > down ? Direction.UP : Direction.DOWN));
    }

    /** {@return the version; empty if it has more than 64 bits} */
    OptionalLong version() {
        try {
            return OptionalLong.of(Long.parseUnsignedLong(digits));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** {@return whether the ending is one of SQL's, such as {@code .sql} or {@code .pgsql}; golang-migrate doesn't look} */
    boolean isSql() {
        return fileName.toLowerCase(Locale.ROOT).endsWith("sql");
    }

    /** {@return the name that the other half would have} */
    String counterpart() {
        int titleEnd = digits.length() + 1 + title.length();
        return fileName.substring(0, titleEnd)
                + direction.other().infix()
                + fileName.substring(titleEnd + direction.infix().length());
    }

    String description() {
        return title.replace('_', ' ').strip();
    }

    enum Direction {
        UP,
        DOWN;

        private final String word = name().toLowerCase(Locale.ROOT);

        String word() {
            return word;
        }

        String infix() {
            return "." + word + ".";
        }

        Direction other() {
            return this == UP ? DOWN : UP;
        }
    }
}
