package dev.palindrome.spi.operation;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.Table;
import java.util.Optional;

/**
 * Drops a table. Its reversal makes it again, with all that hung on it but without its rows.
 *
 * @since 0.1
 */
@Property("Drops a table. Its reversal makes it again, with all that hung on it but without its rows.")
public record DropTable(
        @Property("the schema; by default the one in which unqualified names are found")
        Optional<String> schema,

        @Property("the table") String table)
        implements SchemaOperation, OnTable {

    @Override
    public Reversal reversal(Dialect dialect, Catalogue before) {
        Table dropped = before.table(on());
        return dropped.peculiarities().isEmpty()
                ? Reversal.Derived.of(new MakeTable(dropped))
                : new Reversal.Absent(
                        "the table '" + on() + "' can't be made again: " + String.join(", ", dropped.peculiarities()));
    }

    @Override
    public void foresee(Dialect dialect, Catalogue catalogue) {
        catalogue.table(on());
        catalogue.remove(on());
    }
}
