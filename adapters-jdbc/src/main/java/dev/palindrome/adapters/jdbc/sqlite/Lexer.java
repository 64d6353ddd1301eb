package dev.palindrome.adapters.jdbc.sqlite;

import dev.palindrome.adapters.jdbc.sqlite.Lexeme.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts the text of a statement into its pieces as SQLite's tokenizer does (sqlite.org/src, tokenize.c). Made for what SQLite
 * has taken already: whatever is open at the end ends there.
 */
final class Lexer {
    private static final String BLANKS = " \t\n\f\r";
    private static final char FIRST_BEYOND_ASCII = 0x80;

    private final String sql;
    private int position;

    private Lexer(String sql) {
        this.sql = sql;
    }

    static List<Lexeme> read(String sql) {
        Lexer lexer = new Lexer(sql);
        List<Lexeme> pieces = new ArrayList<>();
        while (lexer.position < sql.length()) {
            int start = lexer.position;
            if (!lexer.skipBlank()) {
                Kind kind = lexer.advance();
                pieces.add(new Lexeme(kind, sql.substring(start, lexer.position), start));
            }
        }
        return pieces;
    }

    private boolean skipBlank() {
        if (BLANKS.indexOf(sql.charAt(position)) >= 0) {
            position++;
        } else if (sql.startsWith("--", position)) {
            position = behind("\n", position);
        } else if (sql.startsWith("/*", position)) {
            position = behind("*/", position + 2);
        } else {
            return false;
        }
        return true;
    }

    private Kind advance() {
        char first = sql.charAt(position);
        boolean blob = (first == 'x' || first == 'X') && at(position + 1) == '\'';
        if (blob) {
            position = behind("'", position + 2);
            return Kind.VALUE;
        }
        if (first == '\'' || first == '"' || first == '`') {
            position = behindQuoted(first);
            return first == '\'' ? Kind.TEXT : Kind.NAME;
        }
        if (first == '[') {
            position = behind("]", position);
            return Kind.NAME;
        }
        if (isDigit(first) || (first == '.' && isDigit(at(position + 1)))) {
            position = behindNumber();
            return Kind.VALUE;
        }
        position++;
        if (!beginsWord(first)) {
            return Kind.MARK;
        }
        while (continuesWord(at(position))) {
            position++;
        }
        return Kind.WORD;
    }

    private int behindQuoted(char quote) {
        int next = position + 1;
        while (next < sql.length()) {
            if (sql.charAt(next) != quote) {
                next++;
            } else if (at(next + 1) == quote) {
                next += 2;
            } else {
                return next + 1;
            }
        }
        return next;
    }

    /** Digits, letters as in 1e5 and 0xFF, and the sign of an exponent. */
    private int behindNumber() {
        int next = position;
        boolean hexadecimal = sql.startsWith("0x", position) || sql.startsWith("0X", position);
        while (continuesWord(at(next)) || at(next) == '.' || isExponentSign(next, hexadecimal)) {
            next++;
        }
        return next;
    }

    private boolean isExponentSign(int place, boolean hexadecimal) {
        char before = at(place - 1);
        return !hexadecimal && (at(place) == '+' || at(place) == '-') && (before == 'e' || before == 'E');
    }

    private int behind(String closing, int from) {
        int found = sql.indexOf(closing, from);
        return found < 0 ? sql.length() : found + closing.length();
    }

    private char at(int place) {
        return place < sql.length() ? sql.charAt(place) : '\0';
    }

    private static boolean beginsWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= FIRST_BEYOND_ASCII;
    }

    private static boolean continuesWord(char c) {
        return beginsWord(c) || isDigit(c) || c == '$';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
