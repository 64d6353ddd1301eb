package dev.palindrome.spi.operation;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.Sequence;

/**
 * Makes a sequence by its definition. What takes back a dropped one.
 *
 * @since 0.1
 */
public record MakeSequence(Sequence made) implements SchemaOperation {

    @Override
    public void foresee(Dialect dialect, Catalogue catalogue) {
        catalogue.put(made);
    }
}
