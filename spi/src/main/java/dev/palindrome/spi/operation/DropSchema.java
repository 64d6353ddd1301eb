package dev.palindrome.spi.operation;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.catalogue.Catalogue;

/**
 * Drops an empty schema. Its reversal makes it again.
 *
 * @since 0.1
 */
@Property("Drops an empty schema. Its reversal makes it again.")
public record DropSchema(@Property("the schema") String schema) implements SchemaOperation {

    @Override
    public Reversal reversal(Dialect dialect, Catalogue before) {
        return Reversal.Derived.of(new CreateSchema(schema));
    }

    @Override
    public void foresee(Dialect dialect, Catalogue catalogue) {
        // a catalogue knows what is in schemas, not the schemas
    }
}
