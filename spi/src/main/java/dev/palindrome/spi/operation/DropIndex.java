package dev.palindrome.spi.operation;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.Constraint;
import dev.palindrome.spi.catalogue.Index;
import dev.palindrome.spi.catalogue.MissingObjectException;
import dev.palindrome.spi.catalogue.Table;
import java.util.Optional;

/**
 * Drops an index. Its reversal makes it again.
 *
 * @since 0.1
 */
@Property("Drops an index. Its reversal makes it again.")
public record DropIndex(
        @Property("the schema; by default the one in which unqualified names are found")
        Optional<String> schema,

        @Property("the table") String table,
        @Property("the index") String name,

        @Property("whether it is dropped without blocking writers, outside a transaction, where the database can")
        boolean concurrently)
        implements TableOperation {

    private Index dropped(Table former) {
        return former.index(name)
                .orElseThrow(() -> new MissingObjectException("Table '" + on() + "' has no index '" + name + "'"));
    }

    @Override
    public Reversal reversal(Dialect dialect, Catalogue before) {
        return Reversal.Derived.of(new MakeIndex(on(), dropped(before.table(on())), concurrently));
    }

    /** A unique key of its name is the same thing. */
    @Override
    public Table altered(Dialect dialect, Table before) {
        Index gone = dropped(before);
        return before.withIndexes(
                        before.indexes().stream().filter(i -> !i.equals(gone)).toList())
                .withConstraints(before.constraints().stream()
                        .filter(c ->
                                c.kind() != Constraint.Kind.UNIQUE || !c.name().equals(gone.name()))
                        .toList());
    }
}
