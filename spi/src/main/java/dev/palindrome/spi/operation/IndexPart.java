package dev.palindrome.spi.operation;

import dev.palindrome.spi.Dialect;
import java.util.Optional;

/**
 * One part of an index: a column or an expression.
 *
 * @since 0.1
 */
@Property("a column or an expression of an index")
public record IndexPart(
        @Property(value = "the column", shorthand = true) Optional<String> column,

        @Property(value = "an SQL expression, in place of a column", bare = true, insteadOf = "column")
        Optional<String> expression,

        @Property("whether it is in descending order") boolean descending) {

    /**
     * A column, in ascending order.
     *
     * @param name the column
     * @return the part
     */
    public static IndexPart column(String name) {
        return new IndexPart(Optional.of(name), Optional.empty(), false);
    }

    /**
     * An expression, in ascending order.
     *
     * @param sql an SQL expression
     * @return the part
     */
    public static IndexPart expression(String sql) {
        return new IndexPart(Optional.empty(), Optional.of(sql), false);
    }

    /**
     * Writes it as SQL.
     *
     * @param dialect the dialect of the database at hand
     * @return the part
     */
    public String sql(Dialect dialect) {
        String what = column.map(dialect::name).orElseGet(() -> "(" + expression.orElse("") + ")");
        return descending ? what + " DESC" : what;
    }
}
