package dev.palindrome.adapters.files.sqitch;

import dev.palindrome.adapters.files.source.Secrets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The variables of one run of psql, and how they are written into a script. */
final class PsqlVariables {
    /** What psql sets by itself, from a connection that isn't there yet when scripts are read. */
    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "DBNAME",
            "USER",
            "HOST",
            "PORT",
            "ENCODING",
            "SERVER_VERSION_NAME",
            "SERVER_VERSION_NUM",
            "LASTOID",
            "ROW_COUNT",
            "SQLSTATE",
            "ERROR",
            "LAST_ERROR_MESSAGE",
            "LAST_ERROR_SQLSTATE");

    private final Map<String, String> values;
    private Secrets secrets;

    PsqlVariables(Map<String, String> values) {
        this.values = new HashMap<>(values);
        this.secrets = Secrets.of(values);
    }

    void set(String name, String value) {
        values.put(name, value);
        secrets = secrets.and(Secrets.of(Map.of(name, value)));
    }

    void unset(String name) {
        values.remove(name);
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** {@return those that are secrets of all values that there have been} */
    Secrets secrets() {
        return secrets;
    }

    /** {@return whether only psql itself knows the value} */
    boolean isOfTheConnection(String name) {
        return !values.containsKey(name) && OF_THE_CONNECTION.contains(name);
    }

    /**
     * Looks for a variable after a colon: {@code :name}, {@code :'name'} or {@code :"name"}.
     *
     * @param text a script
     * @param at the index of the colon
     * @return the variable; empty if that is none
     */
    static Optional<Use> at(String text, int at) {
        int start = at + 1;
        if (start >= text.length()) {
            return Optional.empty();
        }
        char quote = text.charAt(start);
        boolean isQuoted = quote == '\'' || quote == '"';
        int from = isQuoted ? start + 1 : start;
        int end = from;
        while (end < text.length() && PsqlLexer.isWord(text.charAt(end))) {
            end++;
        }
        boolean isClosed = !isQuoted || (end < text.length() && text.charAt(end) == quote);
        return end == from || !isClosed
                ? Optional.empty()
                : Optional.of(new Use(text.substring(from, end), isQuoted ? quote : ' ', isQuoted ? end + 1 : end));
    }

    /**
     * A variable in a script.
     *
     * @param name its name
     * @param quote what its value is quoted with; a blank if it isn't
     * @param end the index behind it
     */
    record Use(String name, char quote, int end) {
        String written(String value) {
            return switch (quote) {
                case '\'' ->
                    (value.indexOf('\\') < 0 ? "'" : " E'")
                            + value.replace("\\", "\\\\").replace("'", "''") + "'";
                case '"' -> "\"" + value.replace("\"", "\"\"") + "\"";
                default -> value;
            };
        }
    }
}
