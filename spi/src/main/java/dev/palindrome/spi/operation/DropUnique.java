package dev.palindrome.spi.operation;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.Constraint;
import dev.palindrome.spi.catalogue.Table;
import java.util.List;
import java.util.Optional;

/**
 * Drops a unique key of a table. Its reversal makes it again.
 *
 * @since 0.1
 */
@Property("Drops a unique key of a table. Its reversal makes it again.")
public record DropUnique(
        @Property("the schema; by default the one in which unqualified names are found")
        Optional<String> schema,

        @Property("the table") String table,
        @Property("its name") String name)
        implements TableOperation {

    private DropConstraint drop() {
        return new DropConstraint(on(), name, Constraint.Kind.UNIQUE);
    }

    @Override
    public List<Instruction> compile(Dialect dialect, Catalogue before) {
        return drop().compile(dialect, before);
    }

    @Override
    public Reversal reversal(Dialect dialect, Catalogue before) {
        return drop().reversal(dialect, before);
    }

    @Override
    public Table altered(Dialect dialect, Table before) {
        return drop().altered(dialect, before);
    }
}
