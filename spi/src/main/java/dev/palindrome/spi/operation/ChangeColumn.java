package dev.palindrome.spi.operation;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Requirement;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.Column;
import dev.palindrome.spi.catalogue.Table;
import java.util.List;
import java.util.Optional;

/**
 * Changes the type, nullability or default of a column. Its reversal gives it back what it had.
 *
 * @since 0.1
 */
@Property("Changes the type, nullability or default of a column. Its reversal gives it back what it had.")
public record ChangeColumn(
        @Property("the schema; by default the one in which unqualified names are found")
        Optional<String> schema,

        @Property("the table") String table,
        @Property("the column") String column,
        @Property("its new type") Optional<String> type,
        @Property("whether it may be null from now on") Optional<Boolean> nullable,

        @Property(value = "its new default, an SQL expression", bare = true, name = "default")
        Optional<String> defaultExpression,

        @Property(value = "whether its default is taken away", insteadOf = "default")
        boolean dropDefault,

        @Property(value = "an SQL expression that converts what is there to the new type", bare = true)
        Optional<String> using,

        @Property(value = "an SQL expression that converts what is there back to the former type", bare = true)
        Optional<String> usingBackwards)
        implements TableOperation {

    /**
     * The same change with a conversion.
     *
     * @param forwards an SQL expression
     * @param backwards an SQL expression
     * @return a copy
     */
    public ChangeColumn using(String forwards, String backwards) {
        return new ChangeColumn(
                schema,
                table,
                column,
                type,
                nullable,
                defaultExpression,
                dropDefault,
                Optional.of(forwards),
                Optional.of(backwards));
    }

    @Override
    public Reversal reversal(Dialect dialect, Catalogue before) {
        Column former = before.table(on()).requireColumn(column);
        List<Operation> back = List.of(new RedefineColumn(on(), former, usingBackwards));
        boolean becomesNullable = !former.nullable() && nullable.orElse(false);
        return becomesNullable
                ? new Reversal.Derived(
                        back,
                        List.of(new Requirement(
                                "SELECT COUNT(*) FROM " + dialect.name(on()) + " WHERE " + dialect.name(column)
                                        + " IS NULL",
                                "of table '" + on() + "' have no value for the column '" + column
                                        + "', which was never null before: give them one")))
                : new Reversal.Derived(back, List.of());
    }

    /**
     * What becomes of the column.
     *
     * @param dialect the dialect of the database at hand
     * @param former the column as it was
     * @return the column as it will be
     */
    public Column changed(Dialect dialect, Column former) {
        return new Column(
                former.name(),
                type.map(dialect::type).orElse(former.type()),
                nullable.orElse(former.nullable()),
                dropDefault ? Optional.empty() : defaultExpression.or(former::defaultExpression),
                former.collation(),
                former.generated(),
                former.comment());
    }

    @Override
    public Table altered(Dialect dialect, Table before) {
        String name = before.requireColumn(column).name();
        return before.mapColumns(c -> c.name().equals(name) ? changed(dialect, c) : c);
    }
}
