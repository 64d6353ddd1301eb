package dev.palindrome.adapters.jdbc.sqlite;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Takes the double quotes off names that don't need them, where they are surely names. When SQLite renames a table, it writes
 * the new name in quotes wherever the table is mentioned, and a column's if it needs them; without this, a view or check would
 * not be what it was when the former name comes back.
 */
final class Quoting {
    private static final Set<String> BEFORE_TABLE = words("FROM", "JOIN", "INTO", "UPDATE", "REFERENCES");
    private static final Set<String> BEHIND_TRIGGERS_TABLE = words("BEGIN", "WHEN", "FOR");

    private Quoting() {}

    /** {@return SQL that mentions tables} */
    static String plain(String sql) {
        return plain(sql, List.of());
    }

    /** {@return an expression of a table with these columns} */
    static String plain(String sql, List<String> columns) {
        List<Lexeme> pieces = Lexer.read(sql);
        StringBuilder text = new StringBuilder();
        int done = 0;
        for (int i = 0; i < pieces.size(); i++) {
            Lexeme piece = pieces.get(i);
            if (piece.text().startsWith("\"")
                    && Keywords.isPlainName(piece.name())
                    && (isTable(pieces, i) || columns.stream().anyMatch(piece.name()::equalsIgnoreCase))) {
                text.append(sql, done, piece.start()).append(piece.name());
                done = piece.end();
            }
        }
        return text.append(sql, done, sql.length()).toString();
    }

    /** Elsewhere, what is in double quotes and no column is a text (sqlite.org/quirks.html, 8). */
    private static boolean isTable(List<Lexeme> pieces, int place) {
        String before = text(pieces, place - 1);
        String behind = text(pieces, place + 1);
        return before.equals(".")
                || behind.equals(".")
                || BEFORE_TABLE.contains(before)
                || (before.equalsIgnoreCase("ON") && BEHIND_TRIGGERS_TABLE.contains(behind));
    }

    private static String text(List<Lexeme> pieces, int place) {
        return place >= 0 && place < pieces.size() ? pieces.get(place).text() : "";
    }

    private static Set<String> words(String... words) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(List.of(words));
        return set;
    }
}
