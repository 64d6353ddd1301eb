package dev.palindrome.spi.operation;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.catalogue.Constraint;
import java.util.Optional;

/**
 * Drops a foreign key of a table. Its reversal makes it again.
 *
 * @since 0.1
 */
@Property("Drops a foreign key of a table. Its reversal makes it again.")
public record DropForeignKey(
        @Property("the schema; by default the one in which unqualified names are found")
        Optional<String> schema,

        @Property("the table") String table,
        @Property("its name") String name)
        implements TableShorthand {

    @Override
    public TableOperation meaning(Dialect dialect) {
        return new DropConstraint(on(), name, Constraint.Kind.FOREIGN_KEY);
    }
}
