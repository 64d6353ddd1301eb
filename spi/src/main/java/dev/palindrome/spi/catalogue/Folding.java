package dev.palindrome.spi.catalogue;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a database makes of names without quotes, and so how names translate between their written form and its catalogue.
 * Used by dialects and inspectors of databases that fold.
 *
 * @since 0.1
 */
public enum Folding {
    /** To upper case, as the standard has it. */
    UPPER {
        @Override
        String fold(String plain) {
            return plain.toUpperCase(Locale.ROOT);
        }
    },
    /** To lower case. */
    LOWER,
    /** They stay as they are. */
    NONE;

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    /** Plain names are in lower case already. */
    String fold(String plain) {
        return plain;
    }

    /**
     * Says whether a name is one that databases fold.
     *
     * @param written a name in its written form
     * @return whether it has lower-case letters, digits and underscores alone
     */
    public static boolean isPlain(String written) {
        return PLAIN.matcher(written).matches();
    }

    /**
     * Finds a name in the catalogue.
     *
     * @param written a name as authors write it
     * @return the name as the catalogue has it
     */
    public String actual(String written) {
        if (isQuoted(written)) {
            return written.substring(1, written.length() - 1).replace("\"\"", "\"");
        }
        return isPlain(written) ? fold(written) : written;
    }

    /**
     * Writes a name of the catalogue as authors would.
     *
     * @param actual the name as the catalogue has it
     * @return its written form
     */
    public String written(String actual) {
        String lower = actual.toLowerCase(Locale.ROOT);
        if (isPlain(lower) && fold(lower).equals(actual)) {
            return lower;
        }
        return isPlain(actual) || isQuoted(actual) ? '"' + actual.replace("\"", "\"\"") + '"' : actual;
    }

    private static boolean isQuoted(String written) {
        return written.length() > 2 && written.startsWith("\"") && written.endsWith("\"");
    }
}
