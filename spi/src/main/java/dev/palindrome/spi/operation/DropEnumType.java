package dev.palindrome.spi.operation;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.ObjectName;
import java.util.Optional;

/**
 * Drops an enum type. Its reversal makes it again.
 *
 * @since 0.1
 */
@Property("Drops an enum type. Its reversal makes it again.")
public record DropEnumType(
        @Property("the schema; by default the one in which unqualified names are found")
        Optional<String> schema,

        @Property("the type") String type)
        implements SchemaOperation {

    /** {@return the type's whole name} */
    public ObjectName on() {
        return new ObjectName(schema, type);
    }

    @Override
    public Reversal reversal(Dialect dialect, Catalogue before) {
        return Reversal.Derived.of(
                new CreateEnumType(schema, type, before.enumType(on()).values()));
    }

    @Override
    public void foresee(Dialect dialect, Catalogue catalogue) {
        catalogue.enumType(on());
        catalogue.remove(on());
    }
}
