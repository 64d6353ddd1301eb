package dev.palindrome.adapters.jdbc.sqlite;

import dev.palindrome.adapters.jdbc.SqlText;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names between the catalogue and their written form. SQLite compares names ignoring case, so each means itself; but one that
 * has double quotes on both sides has to be quoted again.
 */
final class Written {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private Written() {}

    static String of(String name) {
        return isQuoted(name) ? SqlText.quote(name) : name;
    }

    static String exact(String written) {
        return isQuoted(written) ? written.substring(1, written.length() - 1).replace("\"\"", "\"") : written;
    }

    /** {@return the exact names as SQL, with commas between them} */
    static String quoted(List<String> names) {
        return names.stream().map(SqlText::quote).collect(Collectors.joining(", "));
    }

    /** {@return the name of a collation as SQL; nobody quotes NOCASE} */
    static String collation(String name) {
        return PLAIN.matcher(name).matches() ? name : SqlText.quote(name);
    }

    private static boolean isQuoted(String name) {
        return name.length() > 2 && name.startsWith("\"") && name.endsWith("\"");
    }
}
