package dev.palindrome.spi.operation;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.Column;
import dev.palindrome.spi.catalogue.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Adds a primary key to a table. Its reversal drops it.
 *
 * @since 0.1
 */
@Property("Adds a primary key to a table. Its reversal drops it.")
public record AddPrimaryKey(
        @Property("the schema; by default the one in which unqualified names are found")
        Optional<String> schema,

        @Property("the table") String table,

        @Property("its name; by default made of the table and the columns")
        Optional<String> name,

        @Property(value = "its columns in order", nonEmpty = true)
        List<String> columns)
        implements TableShorthand {
    /** Copies the lists. */
    public AddPrimaryKey {
        columns = List.copyOf(columns);
    }

    @Override
    public TableOperation meaning(Dialect dialect) {
        return new MakeConstraint(on(), new Key(name, columns).primary(dialect, table));
    }

    /** Its columns became never null with it, and don't become by themselves what they were. */
    @Override
    public Reversal reversal(Dialect dialect, Catalogue before) {
        List<Operation> back =
                new ArrayList<>(meaning(dialect).reversal(dialect, before).operations());
        Table former = before.table(on());
        columns.stream()
                .flatMap(name -> former.column(name).stream())
                .filter(Column::nullable)
                .forEach(column -> back.add(nullableAgain(column.name())));
        return new Reversal.Derived(back, List.of());
    }

    private Operation nullableAgain(String column) {
        return new ChangeColumn(
                schema,
                table,
                column,
                Optional.empty(),
                Optional.of(true),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty());
    }
}
