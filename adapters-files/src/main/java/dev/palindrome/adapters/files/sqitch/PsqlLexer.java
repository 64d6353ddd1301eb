package dev.palindrome.adapters.files.sqitch;

import dev.palindrome.adapters.files.source.LineEnds;

/** Finds where what psql leaves alone ends: strings, quoted names, dollar quotes and comments. */
final class PsqlLexer {
    private PsqlLexer() {}

    /** {@return the index behind what begins here; the same index if psql looks into it} */
    static int skip(String text, int at) {
        char character = text.charAt(at);
        if (text.startsWith("--", at)) {
            return LineEnds.endOfLine(text, at);
        }
        if (text.startsWith("/*", at)) {
            return afterComment(text, at);
        }
        if (character == '\'') {
            boolean escapes = at > 0
                    && (text.charAt(at - 1) == 'E' || text.charAt(at - 1) == 'e')
                    && (at == 1 || !isWord(text.charAt(at - 2)));
            return afterQuote(text, at, escapes);
        }
        if (character == '"') {
            return afterQuote(text, at, false);
        }
        return character == '$' && (at == 0 || !isWord(text.charAt(at - 1))) ? afterDollars(text, at) : at;
    }

    /** {@return whether a character can stand in a word, and in the name of a variable} */
    static boolean isWord(char character) {
        return Character.isLetterOrDigit(character) || character == '_' || character >= 0x80;
    }

    private static int afterComment(String text, int from) {
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
        return at;
    }

    private static int afterQuote(String text, int from, boolean escapes) {
        char quote = text.charAt(from);
        int at = from + 1;
        while (at < text.length()) {
            char character = text.charAt(at);
            if (escapes && character == '\\') {
                at += 2;
            } else if (character != quote) {
                at++;
            } else if (at + 1 < text.length() && text.charAt(at + 1) == quote) {
                at += 2;
            } else {
                return at + 1;
            }
        }
        return text.length();
    }

    private static int afterDollars(String text, int from) {
        int end = from + 1;
        while (end < text.length() && isWord(text.charAt(end))) {
            end++;
        }
        boolean isTag = end < text.length() && text.charAt(end) == '$' && !Character.isDigit(text.charAt(from + 1));
        if (!isTag) {
            return from;
        }
        String tag = text.substring(from, end + 1);
        int close = text.indexOf(tag, end + 1);
        return close < 0 ? text.length() : close + tag.length();
    }
}
