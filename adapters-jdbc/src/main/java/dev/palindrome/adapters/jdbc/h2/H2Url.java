package dev.palindrome.adapters.jdbc.h2;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reads and changes H2's URLs: {@code jdbc:h2:<where>;SETTING=value;…}. */
final class H2Url {
    static final String PREFIX = "jdbc:h2:";
    private static final String PRIVATE = PREFIX + "mem:";

    /** Whose databases are open elsewhere. */
    private static final List<String> REMOTE = List.of(PREFIX + "tcp:", PREFIX + "ssl:");

    /** What decides about names, and so about the statements that a preview shows. */
    private static final List<String> NAMING = List.of(
            "SCHEMA",
            "INIT",
            "MODE",
            "DATABASE_TO_UPPER",
            "DATABASE_TO_LOWER",
            "CASE_INSENSITIVE_IDENTIFIERS",
            "NON_KEYWORDS");

    private H2Url() {}

    /** {@return whether each connection has a database of its own} */
    static boolean isPrivate(String url) {
        return url.equals(PRIVATE) || url.startsWith(PRIVATE + ";");
    }

    /** {@return whether opening a database that isn't there makes one that stays} */
    static boolean leavesTraces(String url) {
        return !url.startsWith(PRIVATE) && !url.toUpperCase(Locale.ROOT).contains(";IFEXISTS=");
    }

    /** {@return the URL by which a database is opened only if it is there} */
    static String ifThere(String url) {
        return url + ";IFEXISTS=TRUE";
    }

    /**
     * The setting is the database's for as long as it is open, and isn't kept (H2's documentation, SET TRACE_LEVEL_FILE).
     *
     * @return the URL by which a database in our own process writes no trace file beside itself at each error, unless the user
     *     says what to trace
     */
    static String untraced(String url) {
        boolean decided = REMOTE.stream().anyMatch(url::startsWith)
                || url.toUpperCase(Locale.ROOT).contains(";TRACE_LEVEL_FILE=");
        return decided ? url : url + ";TRACE_LEVEL_FILE=0";
    }

    /** {@return a URL of an empty database in memory that sees names as this one would} */
    static String empty(String url) {
        return Arrays.stream(url.split("(?<!\\\\);", -1))
                .skip(1)
                .filter(setting -> NAMING.contains(setting.split("=", 2)[0].toUpperCase(Locale.ROOT)))
                .map(setting -> ";" + setting)
                .collect(Collectors.joining("", PRIVATE, ""));
    }
}
