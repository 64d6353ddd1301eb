package dev.palindrome.adapters.jdbc.sqlite;

/**
 * One piece of SQL text with its place in it, so that what stands between two of them can be taken as it is written. Blanks
 * and comments are none.
 *
 * @param kind what it is
 * @param text as it is written, with its quotes
 * @param start where it begins in the whole text
 */
record Lexeme(Kind kind, String text, int start) {

    /** What a piece is. */
    enum Kind {
        /** A key word or a name without quotes. */
        WORD,
        /** A name in one of the three quotings for names. */
        NAME,
        /** A text in single quotes, which SQLite takes for a name where only a name can stand. */
        TEXT,
        /** A number or a blob. */
        VALUE,
        /** One character of anything else. */
        MARK
    }

    /** {@return where it ends in the whole text} */
    int end() {
        return start + text.length();
    }

    /** Says whether it is a key word or a mark; what is in quotes is none. */
    boolean is(String word) {
        return (kind == Kind.WORD || kind == Kind.MARK) && text.equalsIgnoreCase(word);
    }

    /** {@return whether it can be a name} */
    boolean isName() {
        return kind == Kind.WORD || kind == Kind.NAME || kind == Kind.TEXT;
    }

    /** {@return the name without its quotes} */
    String name() {
        if (kind == Kind.WORD) {
            return text;
        }
        String inside = text.substring(1, text.length() - 1);
        char quote = text.charAt(0);
        return quote == '[' ? inside : inside.replace("" + quote + quote, "" + quote);
    }
}
