package dev.palindrome.spi.operation;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.catalogue.Column;
import dev.palindrome.spi.catalogue.Table;
import java.util.List;
import java.util.Optional;

/**
 * Adds a check to a table. Its reversal drops it.
 *
 * @since 0.1
 */
@Property("Adds a check to a table. Its reversal drops it.")
public record AddCheck(
        @Property("the schema; by default the one in which unqualified names are found")
        Optional<String> schema,

        @Property("the table") String table,
        @Property("its name, by which it can be dropped") String name,

        @Property(value = "the condition, an SQL expression", bare = true)
        String expression)
        implements TableShorthand {

    @Override
    public TableOperation meaning(Dialect dialect) {
        return made(List.of());
    }

    private MakeConstraint made(List<String> columns) {
        return new MakeConstraint(on(), new Check(Optional.of(name), expression).constraint(table, 1, columns));
    }

    /** Which columns it involves is known only where the table is. */
    @Override
    public Table altered(Dialect dialect, Table before) {
        return made(before.columns().stream().map(Column::name).toList()).altered(dialect, before);
    }
}
