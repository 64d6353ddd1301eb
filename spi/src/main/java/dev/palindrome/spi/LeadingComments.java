package dev.palindrome.spi;

/**
 * Finds where the SQL of a script begins: after blanks, semicolons and comments. Comments are {@code --} and {@code #} to
 * the end of the line, and bracketed ones. No database has a statement that begins with {@code #}, so taking it for a
 * comment hides nothing. MySQL and MariaDB run what stands in {@code /*!} and {@code /*M!}, so these count as SQL.
 *
 * <p>Bracketed comments nest in the standard and in PostgreSQL, and don't in MySQL and SQLite. They are read as nested
 * first; if one of them then isn't closed, as not nested. What still isn't closed counts as SQL, so that a dialect gets to
 * see and report it. Reads each character twice at most.
 */
final class LeadingComments {
    private static final int UNCLOSED = -1;

    private LeadingComments() {}

    /** {@return the index of the first character of SQL; the length of the text if there is none} */
    static int end(String text) {
        int end = end(text, Brackets.NESTED);
        return end == UNCLOSED ? end(text, Brackets.FLAT) : end;
    }

    private static int end(String text, Brackets brackets) {
        int at = 0;
        while (at < text.length()) {
            if (isBlank(text.charAt(at))) {
                at++;
            } else if (text.startsWith("--", at) || text.charAt(at) == '#') {
                at = endOfLine(text, at);
            } else if (text.startsWith("/*", at) && !text.startsWith("/*!", at) && !text.startsWith("/*M!", at)) {
                int closed = brackets == Brackets.NESTED ? nestedEnd(text, at) : flatEnd(text, at);
                if (closed == UNCLOSED) {
                    return brackets == Brackets.NESTED ? UNCLOSED : at;
                }
                at = closed;
            } else {
                return at;
            }
        }
        return at;
    }

    private static boolean isBlank(char character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || character == ';'
                || character == '\uFEFF';
    }

    private static int endOfLine(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        return at;
    }

    private static int nestedEnd(String text, int from) {
        int depth = 0;
        int at = from;
        while (at < text.length()) {
            if (text.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (text.startsWith("*/", at)) {
                depth--;
                at += 2;
                if (depth == 0) {
                    return at;
                }
            } else {
                at++;
            }
        }
        return UNCLOSED;
    }

    private static int flatEnd(String text, int from) {
        int close = text.indexOf("*/", from + 2);
        return close < 0 ? UNCLOSED : close + 2;
    }

    private enum Brackets {
        NESTED,
        FLAT
    }
}
