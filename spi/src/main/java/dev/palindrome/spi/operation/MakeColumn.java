package dev.palindrome.spi.operation;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.Column;
import dev.palindrome.spi.catalogue.Table;
import java.util.List;
import java.util.Optional;

/**
 * Makes a column with all that involves it. What takes back a dropped column.
 *
 * <p>The parts are a table of that one column, with the constraints, indexes and attachments that involve it. The order lists
 * the columns of the former table, for databases that can put it in its place; it is empty if it goes to the end. The fill is
 * the SQL expression of the values of rows that are there already, for a column that is never null.
 *
 * @since 0.1
 */
public record MakeColumn(Table parts, List<String> order, Optional<String> fill) implements TableOperation {

    /** Copies the list. */
    public MakeColumn {
        order = List.copyOf(order);
    }

    @Override
    public Optional<String> schema() {
        return parts.name().schema();
    }

    @Override
    public String table() {
        return parts.name().name();
    }

    /** {@return the column} */
    public Column column() {
        return parts.columns().get(0);
    }

    @Override
    public Reversal reversal(Dialect dialect, Catalogue before) {
        return Reversal.Derived.of(new DropColumn(schema(), table(), column().name(), Optional.empty()));
    }

    @Override
    public Table altered(Dialect dialect, Table before) {
        return before.with(parts);
    }
}
