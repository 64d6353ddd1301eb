package dev.palindrome.spi.operation;

import dev.palindrome.spi.Dialect;
import java.util.List;
import java.util.Optional;

/**
 * Adds a unique key to a table. Its reversal drops it.
 *
 * @since 0.1
 */
@Property("Adds a unique key to a table. Its reversal drops it.")
public record AddUnique(
        @Property("the schema; by default the one in which unqualified names are found")
        Optional<String> schema,

        @Property("the table") String table,

        @Property("its name; by default made of the table and the columns")
        Optional<String> name,

        @Property(value = "its columns in order", nonEmpty = true)
        List<String> columns)
        implements TableShorthand {
    /** Copies the lists. */
    public AddUnique {
        columns = List.copyOf(columns);
    }

    @Override
    public TableOperation meaning(Dialect dialect) {
        return new MakeConstraint(on(), new Key(name, columns).unique(dialect, table));
    }
}
