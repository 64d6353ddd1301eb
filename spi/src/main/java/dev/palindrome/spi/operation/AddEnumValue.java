package dev.palindrome.spi.operation;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.EnumType;
import dev.palindrome.spi.catalogue.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Adds a value to an enum type. It can't be taken back: no database takes a value from an enum type.
 *
 * @since 0.1
 */
@Property("Adds a value to an enum type. It can't be taken back: no database takes a value from an enum type.")
public record AddEnumValue(
        @Property("the schema; by default the one in which unqualified names are found")
        Optional<String> schema,

        @Property("the type") String type,
        @Property("the value") String value,
        @Property("the value before which it stands") Optional<String> before,

        @Property(value = "the value after which it stands; by default the last", insteadOf = "before")
        Optional<String> after)
        implements SchemaOperation {

    /** {@return the type's whole name} */
    public ObjectName on() {
        return new ObjectName(schema, type);
    }

    @Override
    public Reversal reversal(Dialect dialect, Catalogue catalogue) {
        return new Reversal.Absent("a value can't be taken from the enum type '" + on() + "'");
    }

    @Override
    public void foresee(Dialect dialect, Catalogue catalogue) {
        EnumType former = catalogue.enumType(on());
        List<String> values = new ArrayList<>(former.values());
        values.add(
                before.map(values::indexOf)
                        .filter(at -> at >= 0)
                        .or(() ->
                                after.map(values::indexOf).filter(at -> at >= 0).map(at -> at + 1))
                        .orElse(values.size()),
                value);
        catalogue.put(new EnumType(on(), values, former.comment()));
    }
}
