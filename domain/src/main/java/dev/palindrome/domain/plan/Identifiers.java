package dev.palindrome.domain.plan;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names in a text of SQL, in lower case; whatever looks like one counts, so that none is overlooked. */
final class Identifiers {
    private static final Pattern NAME =
            Pattern.compile("\"(?:[^\"]|\"\")+\"|`(?:[^`]|``)+`|\\[[^\\]]+\\]|[\\p{L}_][\\p{L}\\p{N}_$]*");

    private Identifiers() {}

    static Set<String> in(String sql) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = NAME.matcher(sql);
        while (matcher.find()) {
            names.add(bare(matcher.group()));
        }
        return names;
    }

    /** A name without its schema and quotes. */
    static String bare(String written) {
        Matcher matcher = NAME.matcher(written);
        String last = "";
        while (matcher.find()) {
            last = matcher.group();
        }
        boolean isQuoted = !last.isEmpty() && "\"`[".indexOf(last.charAt(0)) >= 0;
        String text = isQuoted ? last.substring(1, last.length() - 1) : last;
        return text.replace("\"\"", "\"").toLowerCase(Locale.ROOT);
    }
}
