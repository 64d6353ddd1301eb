package dev.palindrome.spi.operation;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.ObjectName;
import java.util.Optional;

/**
 * Drops a view. Its reversal makes it again.
 *
 * @since 0.1
 */
@Property("Drops a view. Its reversal makes it again.")
public record DropView(
        @Property("the schema; by default the one in which unqualified names are found")
        Optional<String> schema,

        @Property("the view") String view)
        implements SchemaOperation {

    /** {@return the view's whole name} */
    public ObjectName on() {
        return new ObjectName(schema, view);
    }

    @Override
    public Reversal reversal(Dialect dialect, Catalogue before) {
        return Reversal.Derived.of(new MakeView(before.view(on()), false));
    }

    @Override
    public void foresee(Dialect dialect, Catalogue catalogue) {
        catalogue.view(on());
        catalogue.remove(on());
    }
}
