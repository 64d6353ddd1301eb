package dev.palindrome.spi.operation;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Requirement;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.Column;
import dev.palindrome.spi.catalogue.Constraint;
import dev.palindrome.spi.catalogue.Table;
import java.util.ArrayList;
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
        Column dropped = former.requireColumn(column);
        Operation made = new MakeColumn(
                former.partsOf(dropped.name()),
                former.columns().stream().map(Column::name).toList(),
                fill);
        List<Requirement> requirements = new ArrayList<>();
        if (!dropped.isFilled() && fill.isEmpty()) {
            requirements.add(new Requirement(
                    "SELECT COUNT(*) FROM " + dialect.name(on()),
                    "of table '" + on() + "' would have no value for the column '" + column
                            + "', which is never null and has no default: delete them first (a 'fill' where the column was "
                            + "dropped would have given them one)"));
        }
        if (fill.isPresent() || dropped.defaultExpression().isPresent()) {
            former.constraints().stream()
                    .filter(Constraint::isKey)
                    .filter(key -> key.columns().stream().anyMatch(dropped.name()::equalsIgnoreCase))
                    .forEach(key -> requirements.add(noTwoAlike(dialect, key, dropped.name())));
        }
        return new Reversal.Derived(List.of(made), requirements);
    }

    /** All rows will have one value in the column, so that what else is in a key must tell them apart. */
    private Requirement noTwoAlike(Dialect dialect, Constraint key, String dropped) {
        List<String> others = key.columns().stream()
                .filter(name -> !name.equalsIgnoreCase(dropped))
                .toList();
        String table = dialect.name(on());
        return new Requirement(
                others.isEmpty()
                        ? "SELECT COUNT(*) - 1 FROM " + table
                        : "SELECT COUNT(*) FROM (SELECT COUNT(*) AS alike FROM " + table + " GROUP BY "
                                + dialect.names(others) + " HAVING COUNT(*) > 1) twins",
                "of table '" + on() + "' would be like another in the "
                        + key.kind().words() + " '" + key.name() + "', since all get one value for the column '"
                        + column + "' back");
    }

    @Override
    public Table altered(Dialect dialect, Table before) {
        return before.withoutColumn(before.requireColumn(column).name());
    }
}
