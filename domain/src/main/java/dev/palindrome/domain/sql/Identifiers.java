package dev.palindrome.domain.sql;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names in a text of SQL, in lower case. Whatever looks like one counts, also in a literal such as {@code
 * nextval('orders_seq')}, so that none is overlooked.
 */
public final class Identifiers {
    /** A name as it is written, with its quotes, without its schema. It never turns back: a long text would take much stack. */
    static final String NAME = "\"(?:[^\"]++|\"\")++\"|`(?:[^`]++|``)++`|\\[[^\\]\\[]++\\]|[\\p{L}_][\\p{L}\\p{N}_$]*+";

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*+");

    private static final Pattern NAMES = Pattern.compile(NAME);

    private Identifiers() {}

    public static Set<String> in(String sql) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = NAMES.matcher(sql);
        while (matcher.find()) {
            String written = matcher.group();
            names.add(bare(written));
            if (written.length() > bare(written).length()) {
                // what looks like quotes need not be any: brackets index an array, quotes stand in a literal
                names.addAll(in(written.substring(1, written.length() - 1)));
            }
        }
        return names;
    }

    /** One name as authors write it in our own files: only with double quotes, and only if it needs them. */
    static String written(String token) {
        char first = token.charAt(0);
        if (first != '`' && first != '[') {
            return token;
        }
        String inside = token.substring(1, token.length() - 1).replace("``", "`");
        return PLAIN.matcher(inside).matches() ? inside : '"' + inside.replace("\"", "\"\"") + '"';
    }

    /** {@return a name in its written form as the database has it, but for the case that it may fold} */
    public static String unquoted(String written) {
        return written.length() > 2 && written.startsWith("\"") && written.endsWith("\"")
                ? written.substring(1, written.length() - 1).replace("\"\"", "\"")
                : written;
    }

    /** One name without its quotes, in lower case. */
    static String bare(String written) {
        char first = written.charAt(0);
        String inside = written.substring(1, Math.max(1, written.length() - 1));
        String name = switch (first) {
            case '"' -> inside.replace("\"\"", "\"");
            case '`' -> inside.replace("``", "`");
            case '[' -> inside;
            default -> written;
        };
        return name.toLowerCase(Locale.ROOT);
    }
}
