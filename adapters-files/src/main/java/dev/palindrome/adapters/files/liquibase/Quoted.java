package dev.palindrome.adapters.files.liquibase;

import dev.palindrome.adapters.files.source.LineEnds;

/**
 * What Liquibase doesn't look into when it reads SQL: quotes, in which a backslash escapes, and comments. It knows no dollar
 * quotes, and takes two dashes for a comment whatever stands behind them.
 */
final class Quoted {

    private Quoted() {}

    /** {@return the index behind a string, name or comment; the same index if none begins here} */
    static int end(String text, int at) {
        char character = text.charAt(at);
        if (text.startsWith("--", at)) {
            return LineEnds.endOfLine(text, at);
        }
        if (text.startsWith("/*", at)) {
            int close = text.indexOf("*/", at + 2);
            return close < 0 ? text.length() : close + 2;
        }
        if (character == '`') {
            int close = at + 1;
            while (close < text.length() && "`\r\n".indexOf(text.charAt(close)) < 0) {
                close++;
            }
            return text.startsWith("`", close) ? close + 1 : at;
        }
        if (character != '\'' && character != '"') {
            return at;
        }
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != character) {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(end + 1, text.length());
    }

    /**
     * Takes comments away that aren't any for MySQL: those of two dashes without a blank behind them. All other comments are
     * comments for every database, so they stay.
     *
     * @param text SQL
     * @return the same without them; lines keep their numbers
     */
    static String withoutBareComments(String text) {
        if (!text.contains("--")) {
            return text;
        }
        StringBuilder without = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); ) {
            int end = Math.max(end(text, at), at + 1);
            boolean isBare = text.startsWith("--", at) && end > at + 2 && text.charAt(at + 2) > ' ';
            if (!isBare) {
                without.append(text, at, end);
            }
            at = end;
        }
        return without.toString();
    }
}
