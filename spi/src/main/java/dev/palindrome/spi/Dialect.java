package dev.palindrome.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one database writes SQL. Implemented by adapters; does no I/O. Safe for use by several threads.
 *
 * @since 0.1
 */
public interface Dialect {

    /**
     * Splits a script into statements, each ready to be sent by itself and each with the line on which it begins.
     *
     * @param script the script as written
     * @return its statements in order; comments alone are no statement
     * @throws ProblemException with {@code script/unterminated} at the line where a quote, comment or block opens that
     *     nothing closes; with {@code script/unsupported} at a line that only the database's own client understands
     */
    List<Statement> split(SqlScript script);

    /**
     * Quotes a name so that it is taken exactly as it is written, whatever characters it has.
     *
     * @param identifier a name
     * @return the name in the dialect's quotes
     */
    String quote(String identifier);

    /**
     * Writes a value so that it stands for itself.
     *
     * @param value a text, number, boolean or null
     * @return the literal
     */
    String literal(@Nullable Object value);

    /** {@return the type and constraints of a primary key column that the database fills with numbers it never gives again} */
    String identityColumn();

    /** {@return the type of a text column without a limit} */
    String textType();

    /**
     * Shows a statement with its values in their places. For previews: what runs is the statement with parameters.
     *
     * @param statement a statement
     * @return SQL text that a person can read and run
     */
    default String inline(Statement statement) {
        if (statement.parameters().isEmpty()) {
            return statement.sql();
        }
        StringBuilder text = new StringBuilder();
        int next = 0;
        char quote = '\0';
        for (char c : statement.sql().toCharArray()) {
            if (quote != '\0') {
                quote = c == quote ? '\0' : quote; // a doubled quote closes and opens again
            } else if (c == '"' || c == '\'' || c == '`') {
                quote = c;
            }
            if (c == '?' && quote == '\0' && next < statement.parameters().size()) {
                text.append(literal(statement.parameters().get(next)));
                next++;
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
