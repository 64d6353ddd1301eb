package dev.palindrome.spi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One SQL text ready to send. Made by dialects when they split a script, and by history stores.
 *
 * @param sql the text, without the terminating delimiter
 * @param parameters the values of its {@code ?} marks, in order; with none, the text is sent as it is and a question mark
 *     in it means nothing
 * @param kind how it stands to transactions
 * @param location where it was written
 * @since 0.1
 */
public record Statement(String sql, List<@Nullable Object> parameters, StatementKind kind, Location location)
        implements Instruction {

    /** The location of statements that no file holds. */
    public static final Location OUR_OWN = Location.of("palindrome");

    /**
     * Guards the record.
     *
     * @param sql the text
     * @param parameters copied
     * @param kind how it stands to transactions
     * @param location where it was written
     */
    public Statement {
        parameters = Collections.unmodifiableList(new ArrayList<>(parameters));
    }

    /**
     * A statement of a script.
     *
     * @param sql the text
     * @param kind how it stands to transactions
     * @param location where it was written
     * @return the statement, without parameters
     */
    public static Statement of(String sql, StatementKind kind, Location location) {
        return new Statement(sql, List.of(), kind, location);
    }

    /**
     * A statement of our own, with values.
     *
     * @param sql the text, with a {@code ?} for each value
     * @param parameters texts, numbers, booleans or nulls
     * @return an ordinary statement
     */
    public static Statement of(String sql, @Nullable Object... parameters) {
        List<@Nullable Object> values = new ArrayList<>();
        Collections.addAll(values, parameters);
        return new Statement(sql, values, StatementKind.ORDINARY, OUR_OWN);
    }

    @Override
    public String inline(Dialect dialect) {
        return dialect.inline(this);
    }

    @Override
    public String text() {
        return sql;
    }
}
