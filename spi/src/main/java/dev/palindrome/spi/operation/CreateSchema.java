package dev.palindrome.spi.operation;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.catalogue.Catalogue;

/**
 * Creates a schema. Its reversal drops it.
 *
 * @since 0.1
 */
@Property("Creates a schema. Its reversal drops it.")
public record CreateSchema(@Property("the schema") String schema) implements SchemaOperation {

    @Override
    public Reversal reversal(Dialect dialect, Catalogue before) {
        return Reversal.Derived.of(new DropSchema(schema));
    }

    @Override
    public void foresee(Dialect dialect, Catalogue catalogue) {
        // a catalogue knows what is in schemas, not the schemas
    }
}
