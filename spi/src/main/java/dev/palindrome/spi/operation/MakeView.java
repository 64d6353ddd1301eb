package dev.palindrome.spi.operation;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.View;

/**
 * Makes a view with all that hangs on it. What takes back a dropped or replaced one.
 *
 * @since 0.1
 */
public record MakeView(View made, boolean replacing) implements SchemaOperation {

    @Override
    public void foresee(Dialect dialect, Catalogue catalogue) {
        catalogue.put(made);
    }
}
