package com.example.ignite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Default values: as authors write them, as Ignite takes them, and as its planner prints them. */
final class DefaultText {
    private static final Pattern LITERAL = Pattern.compile(
            "(?is)((DATE|TIME|TIMESTAMP(\\s+WITH\\s+LOCAL\\s+TIME\\s+ZONE)?|X)\\s*)?'([^']|'')*'|[-+]?[0-9.]+(E[-+]?[0-9]+)?|TRUE|FALSE|NULL");
    private static final Pattern TIMELY =
            Pattern.compile("(DATE|TIME|TIMESTAMP)(\\([0-9]\\))?( WITH LOCAL TIME ZONE)?");

    private DefaultText() {}

    static boolean isLiteral(String text) {
        return LITERAL.matcher(text.strip()).matches();
    }

    /** {@return the literal, which of a time begins with its type} */
    static String typed(String text, String type) {
        boolean isTimely = TIMELY.matcher(type).matches() && text.startsWith("'");
        return isTimely ? type.replaceFirst("\\([0-9]\\)", "") + " " + text : text;
    }

    /**
     * Reads what the plan of an INSERT has for a column that the statement doesn't name.
     *
     * @param printed such as {@code 5}, {@code _UTF-8'it''s'}, {@code 2026-01-01:DATE} or {@code null:INTEGER}
     * @param type the column's type
     * @return the default as SQL; empty if there is none
     */
    static Optional<String> ofPlan(String printed, String type) {
        int quote = printed.indexOf('\'');
        if (quote >= 0) {
            String text = printed.substring(quote, printed.lastIndexOf('\'') + 1);
            return Optional.of(printed.startsWith("X'") ? "X" + text : text);
        }
        if (printed.equals("RAND_UUID()")) {
            return Optional.of("RAND_UUID");
        }
        boolean isTimely = TIMELY.matcher(type).matches();
        String value = isTimely || type.equals("UUID")
                ? printed.replaceFirst(":[A-Z_]+(\\([0-9]\\))?$", "")
                : withoutType(printed);
        if (value.equals("null")) {
            return Optional.empty();
        }
        return Optional.of(isTimely ? typed("'" + value + "'", type) : type.equals("UUID") ? "'" + value + "'" : value);
    }

    private static String withoutType(String printed) {
        int colon = printed.indexOf(':');
        return colon < 0 ? printed : printed.substring(0, colon);
    }

    /**
     * Cuts a list of expressions.
     *
     * @param list expressions with commas between them, without the brackets
     * @return each of them
     */
    static List<String> cut(String list) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        boolean isQuoted = false;
        int begin = 0;
        for (int i = 0; i < list.length(); i++) {
            char c = list.charAt(i);
            isQuoted ^= c == '\'';
            if (!isQuoted) {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                if (c == ',' && depth == 0) {
                    parts.add(list.substring(begin, i).strip());
                    begin = i + 1;
                }
            }
        }
        parts.add(list.substring(begin).strip());
        return parts;
    }
}
