package dev.palindrome.adapters.jdbc.mysql;

import java.util.ArrayList;
import java.util.List;

/**
 * One piece of SQL as a server shows it.
 *
 * @param type what it is
 * @param text as it is written, with its quotes
 * @param start where it begins
 * @param depth in how many parentheses it stands; a parenthesis itself stands outside of those that it opens or closes
 */
record Piece(Type type, String text, int start, int depth) {

    /** What a piece is. */
    enum Type {
        /** A name in backticks, or in double quotes where the session's sql_mode shows it so. */
        NAME,
        /** A text. */
        TEXT,
        /** A word or a number. */
        WORD,
        /** A single mark. */
        MARK
    }

    static List<Piece> of(String sql) {
        List<Piece> pieces = new ArrayList<>();
        int depth = 0;
        int at = 0;
        while (at < sql.length()) {
            char first = sql.charAt(at);
            int end = end(sql, at);
            if (!Character.isWhitespace(first) && !isVersionMark(sql, at)) {
                depth -= first == ')' ? 1 : 0;
                pieces.add(new Piece(type(first), sql.substring(at, end), at, depth));
                depth += first == '(' ? 1 : 0;
            }
            at = end;
        }
        return pieces;
    }

    private static Type type(char first) {
        if (first == '`' || first == '"') {
            return Type.NAME;
        }
        return first == '\'' ? Type.TEXT : isWordPart(first) ? Type.WORD : Type.MARK;
    }

    private static int end(String sql, int start) {
        char first = sql.charAt(start);
        if (isVersionMark(sql, start)) {
            return sql.startsWith("*/", start) ? start + 2 : endOfDigits(sql, start + 3);
        }
        if (first == '`' || first == '"' || first == '\'') {
            return endOfQuoted(sql, start, first);
        }
        int end = start + 1;
        while (isWordPart(first) && end < sql.length() && isWordPart(sql.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int endOfQuoted(String sql, int start, char quote) {
        for (int at = start + 1; at < sql.length(); at++) {
            char c = sql.charAt(at);
            boolean isTwice = c == quote && at + 1 < sql.length() && sql.charAt(at + 1) == quote;
            if (isTwice || (c == '\\' && quote == '\'')) {
                at++;
            } else if (c == quote) {
                return at + 1;
            }
        }
        return sql.length();
    }

    /** What only some versions take stands in a comment; they show what they take themselves. */
    private static boolean isVersionMark(String sql, int at) {
        return sql.startsWith("/*!", at) || sql.startsWith("*/", at);
    }

    private static int endOfDigits(String sql, int start) {
        int end = start;
        while (end < sql.length() && Character.isDigit(sql.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }

    int end() {
        return start + text.length();
    }

    /** Compares without regard to case; names and texts equal no word. */
    boolean is(String word) {
        return text.equalsIgnoreCase(word);
    }

    /** {@return what the quotes hold} */
    String content() {
        String inside = text.substring(1, text.length() - 1);
        if (type == Type.NAME) {
            String quote = text.substring(0, 1);
            return inside.replace(quote + quote, quote);
        }
        StringBuilder content = new StringBuilder();
        for (int at = 0; at < inside.length(); at++) {
            char c = inside.charAt(at);
            boolean isPair = (c == '\\' || c == '\'') && at + 1 < inside.length();
            if (isPair) {
                at++;
                content.append(c == '\'' ? c : unescaped(inside.charAt(at)));
            } else {
                content.append(c);
            }
        }
        return content.toString();
    }

    private static char unescaped(char c) {
        return switch (c) {
            case '0' -> '\0';
            case 'b' -> '\b';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'Z' -> '\u001A';
            default -> c;
        };
    }
}
