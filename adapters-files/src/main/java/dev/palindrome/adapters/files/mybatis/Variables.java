package dev.palindrome.adapters.files.mybatis;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Replaces {@code ${name}} as MyBatis Migrations does: a name without a value stays as it is, a backslash before it makes it
 * plain text, and one before a brace makes that a part of the name.
 */
final class Variables {
    private static final String OPEN = "${";

    private final Map<String, String> values;
    private final Set<String> unknown = new LinkedHashSet<>();

    Variables(Map<String, String> values) {
        this.values = values;
    }

    /** {@return the names that had no value, of all that was replaced since this was asked} */
    Set<String> unknown() {
        Set<String> names = new LinkedHashSet<>(unknown);
        unknown.clear();
        return names;
    }

    String replaced(String line) {
        StringBuilder replaced = new StringBuilder();
        int done = 0;
        int open = line.indexOf(OPEN);
        while (open >= 0) {
            if (open > 0 && line.charAt(open - 1) == '\\') {
                replaced.append(line, done, open - 1).append(OPEN);
                done = open + OPEN.length();
            } else {
                int close = close(line, open + OPEN.length());
                if (close < 0) {
                    break;
                }
                String name = line.substring(open + OPEN.length(), close).replace("\\}", "}");
                replaced.append(line, done, open).append(value(name, line.substring(open, close + 1)));
                done = close + 1;
            }
            open = line.indexOf(OPEN, done);
        }
        return done == 0 ? line : replaced.append(line, done, line.length()).toString();
    }

    private static int close(String line, int from) {
        int close = line.indexOf('}', from);
        while (close > 0 && line.charAt(close - 1) == '\\') {
            close = line.indexOf('}', close + 1);
        }
        return close;
    }

    private String value(String name, String written) {
        String value = values.get(name);
        if (value == null) {
            unknown.add(name);
        }
        return value == null ? written : value;
    }
}
