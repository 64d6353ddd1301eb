package dev.palindrome.spi.operation;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Requirement;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.Column;
import dev.palindrome.spi.catalogue.MissingObjectException;
import dev.palindrome.spi.catalogue.Table;
import java.util.List;
import java.util.Optional;

/**
 * Drops a column, with the constraints and indexes that involve it. Its reversal makes them again, without the data.
 *
 * @since 0.1
 */
@Property(
        "Drops a column, with the constraints and indexes that involve it. Its reversal makes them again, without the data.")
public record DropColumn(
        @Property("the schema; by default the one in which unqualified names are found")
        Optional<String> schema,

        @Property("the table") String table,
        @Property("the column") String column,

        @Property(
                value =
                        "an SQL expression: the value of existing rows when the column comes back, if it is never null and has no default",
                bare = true)
        Optional<String> fill)
        implements TableOperation {

    @Override
    public Reversal reversal(Dialect dialect, Catalogue before) {
        Table former = before.table(on());
        Column dropped = column(former);
        Operation made = new MakeColumn(
                former.partsOf(dropped.name()),
                former.columns().stream().map(Column::name).toList(),
                fill);
        return dropped.isFilled() || fill.isPresent()
                ? Reversal.Derived.of(made)
                : new Reversal.Derived(
                        List.of(made),
                        List.of(
                                new Requirement(
                                        "SELECT COUNT(*) FROM " + dialect.name(on()),
                                        "of table '" + on() + "' would have no value for the column '" + column
                                                + "', which is never null and has no default: say which with 'fill' where it is dropped")));
    }

    private Column column(Table former) {
        return former.column(column)
                .orElseThrow(() -> new MissingObjectException("Table '" + on() + "' has no column '" + column + "'"));
    }

    @Override
    public Table altered(Dialect dialect, Table before) {
        return before.withoutColumn(column(before).name());
    }
}
