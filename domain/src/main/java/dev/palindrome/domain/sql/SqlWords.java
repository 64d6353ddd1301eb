package dev.palindrome.domain.sql;

import dev.palindrome.spi.catalogue.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The words, names and marks of one statement, read from first to last; comments and literals are left out. */
final class SqlWords {
    private static final Pattern TOKEN =
            Pattern.compile("--[^\\n]*|(?s:/\\*.*?\\*/)|'(?:[^']++|'')*+'|(?<token>" + Identifiers.NAME + "|[(),.;])");

    private final String sql;
    private final List<String> tokens = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();
    private int at;

    SqlWords(String sql) {
        this.sql = sql;
        Matcher matcher = TOKEN.matcher(sql);
        while (matcher.find()) {
            String token = matcher.group("token");
            if (token != null) {
                tokens.add(token);
                ends.add(matcher.end());
            }
        }
        skipSettings();
    }

    /** MariaDB sets something for one statement alone, which stands behind: {@code SET STATEMENT lock_wait_timeout = 5 FOR ...}. */
    private void skipSettings() {
        if (isAt("SET") && isFollowedBy("STATEMENT") && mentions("FOR")) {
            while (!skip("FOR")) {
                at++;
            }
        }
    }

    boolean atEnd() {
        return at >= tokens.size();
    }

    /** Whether one of those key words or marks comes next; what is in quotes is none. */
    boolean isAt(String... words) {
        return isAt(0, words);
    }

    /** Whether one of those comes after what comes next. */
    boolean isFollowedBy(String... words) {
        return isAt(1, words);
    }

    private boolean isAt(int ahead, String... words) {
        return at + ahead < tokens.size() && Stream.of(words).anyMatch(tokens.get(at + ahead)::equalsIgnoreCase);
    }

    /** Whether one of those comes anywhere behind. */
    boolean mentions(String... words) {
        return IntStream.range(0, tokens.size() - at).anyMatch(ahead -> isAt(ahead, words));
    }

    /** Whether something is called behind: a name that is none of those stands before a parenthesis. */
    boolean calls(String... others) {
        return IntStream.range(0, tokens.size() - at)
                .anyMatch(ahead -> isAt(ahead + 1, "(") && !isAt(ahead, "(", ")", ",", ".") && !isAt(ahead, others));
    }

    /** The text behind what was read last. */
    String rest() {
        return at == 0 ? sql : sql.substring(ends.get(at - 1));
    }

    /** Goes on behind one of those key words or marks, if it comes next. */
    boolean skip(String... words) {
        boolean isThere = isAt(words);
        at += isThere ? 1 : 0;
        return isThere;
    }

    /** Goes on behind whatever comes next, with all that is in its parentheses. */
    void skipOne() {
        int depth = 0;
        do {
            depth += isAt("(") ? 1 : isAt(")") ? -1 : 0;
            at++;
        } while (depth > 0 && !atEnd());
    }

    /** Goes on before the next of those key words; false if none of them comes, then it stays where it is. */
    boolean seek(int most, String... words) {
        for (int ahead = 0; ahead <= most; ahead++) {
            if (isAt(ahead, words)) {
                at += ahead;
                return true;
            }
        }
        return false;
    }

    /** Whether IF EXISTS or IF NOT EXISTS comes before the next comma or parenthesis. */
    boolean saysIfExists() {
        for (int ahead = 1; at + ahead < tokens.size() && !isAt(ahead, ",", "("); ahead++) {
            if (isAt(ahead, "IF") && isAt(ahead + 1, "EXISTS", "NOT")) {
                return true;
            }
        }
        return false;
    }

    /** Goes on behind IF EXISTS or IF NOT EXISTS, if that comes next. */
    boolean skipIfExists() {
        boolean isThere = isAt("IF") && isFollowedBy("EXISTS", "NOT") && skip("IF");
        if (isThere) {
            skip("NOT");
            skip("EXISTS");
        }
        return isThere;
    }

    /** Reads a name with its schema, as an author would write it; its own name is empty at the end of the statement. */
    ObjectName objectName() {
        List<String> parts = new ArrayList<>();
        do {
            if (!atEnd()) {
                parts.add(Identifiers.written(tokens.get(at)));
                at++;
            }
        } while (skip("."));
        String name = parts.isEmpty() ? "" : parts.get(parts.size() - 1);
        return new ObjectName(parts.size() > 1 ? Optional.of(parts.get(parts.size() - 2)) : Optional.empty(), name);
    }

    /** Reads a name without its schema and quotes; empty at the end of the statement. */
    String name() {
        String last = "";
        do {
            if (!atEnd()) {
                last = Identifiers.bare(tokens.get(at));
                at++;
            }
        } while (skip("."));
        return last;
    }
}
