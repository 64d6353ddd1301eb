package dev.palindrome.spi.sql;

import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.StatementKind;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells a dialect's kinds of statements by their words. Written by adapter authors as rows of patterns, of which the first
 * that fits decides; a statement that fits none is {@link StatementKind#ORDINARY}. Immutable: each method makes a new table.
 *
 * <p>A pattern is a series of words, with a blank between any two, and fits statements that begin with them. Comments don't
 * count, nor does case, and nothing in quotes is taken for a word.
 *
 * <table>
 * <caption>What a pattern may have beside words and marks</caption>
 * <tr><td>{@code A|B}</td><td>either of them</td></tr>
 * <tr><td>{@code [A|B]}</td><td>either of them, or nothing</td></tr>
 * <tr><td>{@code ...}</td><td>anything, without a look into parentheses; behind a {@code (} it stays within them</td></tr>
 * <tr><td>{@code ;}</td><td>the end of the statement</td></tr>
 * <tr><td>{@code 'text'}</td><td>that text in those quotes</td></tr>
 * </table>
 *
 * @since 0.1
 */
public final class StatementTable {
    private final List<Row> rows;

    private StatementTable(List<Row> rows) {
        this.rows = rows;
    }

    /** {@return a table without rows, for which each statement is an ordinary one} */
    public static StatementTable empty() {
        return new StatementTable(List.of());
    }

    /**
     * Adds rows at the end.
     *
     * @param kind the kind of the statements that fit
     * @param patterns what they look like
     * @return this table and these rows
     */
    public StatementTable with(StatementKind kind, String... patterns) {
        return plus(Stream.of(patterns).map(p -> new Row(new StatementPattern(p), kind, null)));
    }

    /**
     * Adds rows at the end, for statements that can't be run.
     *
     * @param message what such a statement is, and what to do about it
     * @param patterns what they look like
     * @return this table and these rows
     */
    public StatementTable refusing(String message, String... patterns) {
        return plus(Stream.of(patterns).map(p -> new Row(new StatementPattern(p), StatementKind.ORDINARY, message)));
    }

    /**
     * Looks a statement up.
     *
     * @param statement its tokens, at least one
     * @return its kind
     * @throws ProblemException with {@code script/unsupported} at the statement's line if a row refuses it
     */
    public StatementKind kindOf(List<Token> statement) {
        for (Row row : rows) {
            if (row.pattern.matches(statement)) {
                if (row.refusal != null) {
                    throw new ProblemException(Problem.error(ProblemCodes.SCRIPT_UNSUPPORTED, row.refusal)
                            .at(statement.get(0).location()));
                }
                return row.kind;
            }
        }
        return StatementKind.ORDINARY;
    }

    private StatementTable plus(Stream<Row> more) {
        return new StatementTable(Stream.concat(rows.stream(), more).toList());
    }

    private record Row(
            StatementPattern pattern,
            StatementKind kind,
            @Nullable String refusal) {}
}
