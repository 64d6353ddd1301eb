package dev.palindrome.spi.operation;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.ObjectName;
import java.util.Optional;

/**
 * Drops a sequence. Its reversal makes it again.
 *
 * @since 0.1
 */
@Property("Drops a sequence. Its reversal makes it again.")
public record DropSequence(
        @Property("the schema; by default the one in which unqualified names are found")
        Optional<String> schema,

        @Property("the sequence") String sequence)
        implements SchemaOperation {

    /** {@return the sequence's whole name} */
    public ObjectName on() {
        return new ObjectName(schema, sequence);
    }

    @Override
    public Reversal reversal(Dialect dialect, Catalogue before) {
        return Reversal.Derived.of(new MakeSequence(before.sequence(on())));
    }

    @Override
    public void foresee(Dialect dialect, Catalogue catalogue) {
        catalogue.sequence(on());
        catalogue.remove(on());
    }
}
