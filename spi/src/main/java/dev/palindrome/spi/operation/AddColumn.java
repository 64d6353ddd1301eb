package dev.palindrome.spi.operation;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.catalogue.Constraint;
import dev.palindrome.spi.catalogue.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Adds a column to a table. Its reversal drops it.
 *
 * @since 0.1
 */
@Property("Adds a column to a table. Its reversal drops it.")
public record AddColumn(
        @Property("the schema; by default the one in which unqualified names are found")
        Optional<String> schema,

        @Property("the table") String table,
        @Property("the column") NewColumn column)
        implements TableShorthand {

    /** {@return a table of the column and the constraints that it brings} */
    private Table parts(Dialect dialect) {
        List<Constraint> constraints = new ArrayList<>();
        if (column.primaryKey()) {
            constraints.add(Key.of(column.name()).primary(dialect, table));
        }
        constraints.addAll(column.constraints(dialect, table));
        return Table.of(on(), List.of(column.column(dialect, column.primaryKey())), constraints);
    }

    @Override
    public TableOperation meaning(Dialect dialect) {
        return new MakeColumn(parts(dialect), List.of(), Optional.empty());
    }
}
