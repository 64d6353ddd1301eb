package dev.palindrome.spi.operation;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.Sequence;
import java.util.List;
import java.util.Optional;

/**
 * Creates a sequence. Its reversal drops it.
 *
 * @since 0.1
 */
@Property("Creates a sequence. Its reversal drops it.")
public record CreateSequence(
        @Property("the schema; by default the one in which unqualified names are found")
        Optional<String> schema,

        @Property("the sequence") String sequence,
        @Property("its first number") Optional<Long> startWith,

        @Property("how far each number is from the one before")
        Optional<Long> incrementBy)
        implements SchemaOperation {

    /** {@return the sequence's whole name} */
    public ObjectName on() {
        return new ObjectName(schema, sequence);
    }

    @Override
    public Reversal reversal(Dialect dialect, Catalogue before) {
        return Reversal.Derived.of(new DropSequence(schema, sequence));
    }

    /**
     * Writes it in standard SQL.
     *
     * @param dialect the dialect of the database at hand
     * @return the statement
     */
    public String statement(Dialect dialect) {
        return "CREATE SEQUENCE " + dialect.name(on())
                + startWith.map(n -> " START WITH " + n).orElse("")
                + incrementBy.map(n -> " INCREMENT BY " + n).orElse("");
    }

    @Override
    public void foresee(Dialect dialect, Catalogue catalogue) {
        catalogue.put(new Sequence(on(), statement(dialect), Optional.empty(), List.of()));
    }
}
