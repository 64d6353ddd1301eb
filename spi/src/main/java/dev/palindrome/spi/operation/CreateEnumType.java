package dev.palindrome.spi.operation;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.EnumType;
import dev.palindrome.spi.catalogue.ObjectName;
import java.util.List;
import java.util.Optional;

/**
 * Creates an enum type. Its reversal drops it.
 *
 * @since 0.1
 */
@Property("Creates an enum type. Its reversal drops it.")
public record CreateEnumType(
        @Property("the schema; by default the one in which unqualified names are found")
        Optional<String> schema,

        @Property("the type") String type,

        @Property(value = "its values in order", nonEmpty = true)
        List<String> values)
        implements SchemaOperation {
    /** Copies the lists. */
    public CreateEnumType {
        values = List.copyOf(values);
    }

    /** {@return the type's whole name} */
    public ObjectName on() {
        return new ObjectName(schema, type);
    }

    @Override
    public Reversal reversal(Dialect dialect, Catalogue before) {
        return Reversal.Derived.of(new DropEnumType(schema, type));
    }

    @Override
    public void foresee(Dialect dialect, Catalogue catalogue) {
        catalogue.put(new EnumType(on(), values, Optional.empty()));
    }
}
