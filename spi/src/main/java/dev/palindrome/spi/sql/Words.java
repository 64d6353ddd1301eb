package dev.palindrome.spi.sql;

/** What all dialects have in common: white space, words, numbers, single marks. */
final class Words {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char FIRST_BEYOND_ASCII = 0x80;

    private Words() {}

    static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == BYTE_ORDER_MARK;
    }

    static void skipBlanks(ScriptCursor cursor) {
        while (!cursor.atEnd() && isBlank(cursor.ahead(0))) {
            cursor.advance(1);
        }
    }

    static TokenType read(ScriptCursor cursor) {
        char first = cursor.ahead(0);
        cursor.advance(1);
        if (beginsWord(first)) {
            while (continuesWord(cursor.ahead(0)) && !cursor.atDelimiterInWord()) {
                cursor.advance(1);
            }
            return TokenType.WORD;
        }
        while (isDigit(first) && isDigit(cursor.ahead(0))) {
            cursor.advance(1);
        }
        return TokenType.SYMBOL;
    }

    private static boolean beginsWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c >= FIRST_BEYOND_ASCII && !isBlank(c));
    }

    static boolean continuesWord(char c) {
        return beginsWord(c) || isDigit(c) || c == '$';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
