package dev.palindrome.domain.run;

import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One secret, and how to know it in a text: as it is, as a literal of SQL or a string of JSON has it (also one within the
 * other), with its blanks drawn together, or cut off, as databases and we ourselves cut what is long.
 *
 * @param value the secret itself; not empty
 */
record Secret(String value) {
    /** With fewer of its characters, a text that is cut off doesn't count as having it. */
    private static final int SHORTEST_BEGINNING = 4;

    private static final Pattern BLANKS = Pattern.compile("(?:\\s|\\\\+[nrt])+");
    private static final Pattern CUT = Pattern.compile("…|\\.\\.\\.|' at line|$");

    /**
     * Looks whether it stands at a place of a text.
     *
     * @param text the text
     * @param from the place
     * @return the index behind it; {@code from} if it doesn't stand there
     */
    int end(String text, int from) {
        int at = from;
        int known = 0;
        while (known < value.length()) {
            int next = behind(text, at, value.charAt(known));
            if (next == at) {
                boolean isBeginning =
                        known >= SHORTEST_BEGINNING && at(CUT, text, at).lookingAt();
                return isBeginning ? at : from;
            }
            at = next;
            known = behindAlike(known);
        }
        return at;
    }

    /** How many there are of a quote or a backslash depends on what it is within. */
    private static int behind(String text, int at, char wanted) {
        if (isBlank(wanted)) {
            Matcher blanks = at(BLANKS, text, at);
            return blanks.lookingAt() ? blanks.end() : at;
        }
        if (wanted == '\\') {
            return behindAll(text, at, c -> c == '\\');
        }
        if (wanted == '\'' || wanted == '"') {
            int quote = behindAll(text, at, c -> c == '\\');
            int end = behindAll(text, quote, c -> c == wanted);
            return end > quote ? end : at;
        }
        return at < text.length() && text.charAt(at) == wanted ? at + 1 : at;
    }

    private int behindAlike(int index) {
        char character = value.charAt(index);
        if (isBlank(character)) {
            return behindAll(value, index, Secret::isBlank);
        }
        return "\\'\"".indexOf(character) >= 0 ? behindAll(value, index, c -> c == character) : index + 1;
    }

    private static int behindAll(String text, int from, IntPredicate wanted) {
        int at = from;
        while (at < text.length() && wanted.test(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static Matcher at(Pattern pattern, String text, int at) {
        return pattern.matcher(text).region(at, text.length());
    }

    private static boolean isBlank(int character) {
        return Character.isWhitespace(character);
    }

    @Override
    public String toString() {
        return "a secret";
    }
}
