package dev.palindrome.spi.operation;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.Table;

/**
 * Makes a table with all that hangs on it. What takes back a dropped table.
 *
 * @since 0.1
 */
public record MakeTable(Table made) implements SchemaOperation {

    @Override
    public Reversal reversal(Dialect dialect, Catalogue before) {
        return Reversal.Derived.of(
                new DropTable(made.name().schema(), made.name().name()));
    }

    @Override
    public void foresee(Dialect dialect, Catalogue catalogue) {
        catalogue.put(made);
    }
}
