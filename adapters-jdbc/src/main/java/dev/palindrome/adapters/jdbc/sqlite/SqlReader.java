package dev.palindrome.adapters.jdbc.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A place in the text of a statement, moved by those who read it. */
final class SqlReader {
    private final String sql;
    private final List<Lexeme> pieces;
    private int position;

    SqlReader(String sql) {
        this(sql, Lexer.read(sql));
    }

    private SqlReader(String sql, List<Lexeme> pieces) {
        this.sql = sql;
        this.pieces = pieces;
    }

    boolean atEnd() {
        return position >= pieces.size();
    }

    /** Says whether the text goes on with these key words and marks. */
    boolean at(String... words) {
        if (position + words.length > pieces.size()) {
            return false;
        }
        for (int i = 0; i < words.length; i++) {
            if (!pieces.get(position + i).is(words[i])) {
                return false;
            }
        }
        return true;
    }

    /** Moves behind these key words and marks, if the text goes on with them. */
    boolean skip(String... words) {
        boolean there = at(words);
        if (there) {
            position += words.length;
        }
        return there;
    }

    /** Moves behind these key words and marks, which have to be here. */
    void expect(String... words) throws UnreadableException {
        if (!skip(words)) {
            throw unexpected(String.join(" ", words));
        }
    }

    Optional<Lexeme> peek() {
        return atEnd() ? Optional.empty() : Optional.of(pieces.get(position));
    }

    Lexeme next() throws UnreadableException {
        if (atEnd()) {
            throw unexpected("more");
        }
        return pieces.get(position++);
    }

    String name() throws UnreadableException {
        if (atEnd()
                || !pieces.get(position).isName()
                || pieces.get(position).name().isEmpty()) {
            throw unexpected("a name");
        }
        return next().name();
    }

    /** {@return the pieces to come} */
    List<Lexeme> rest() {
        return pieces.subList(position, pieces.size());
    }

    /** {@return the text to come as it is written, but for quotes that a rename left; no comments before and behind it} */
    String restText() {
        List<Lexeme> rest = rest();
        return rest.isEmpty()
                ? ""
                : Quoting.plain(sql.substring(
                        rest.get(0).start(), rest.get(rest.size() - 1).end()));
    }

    /** Moves behind a parenthesis and its closing one, and {@return what is between them} */
    SqlReader inParentheses() throws UnreadableException {
        expect("(");
        int start = position;
        for (int depth = 1; depth > 0; position++) {
            if (atEnd()) {
                throw unexpected(")");
            }
            depth += pieces.get(position).is("(") ? 1 : pieces.get(position).is(")") ? -1 : 0;
        }
        return new SqlReader(sql, pieces.subList(start, position - 1));
    }

    /** {@return the pieces to come, cut at the commas that stand in no parentheses} */
    List<SqlReader> cutAtCommas() {
        List<SqlReader> parts = new ArrayList<>();
        int depth = 0;
        int start = position;
        for (int i = position; i < pieces.size(); i++) {
            Lexeme piece = pieces.get(i);
            depth += piece.is("(") ? 1 : piece.is(")") ? -1 : 0;
            if (piece.is(",") && depth == 0) {
                parts.add(new SqlReader(sql, pieces.subList(start, i)));
                start = i + 1;
            }
        }
        parts.add(new SqlReader(sql, pieces.subList(start, pieces.size())));
        return parts;
    }

    UnreadableException unexpected(String wanted) {
        return new UnreadableException("'" + wanted + "' expected "
                + peek().map(piece -> "before '" + piece.text() + "'").orElse("at its end"));
    }
}
