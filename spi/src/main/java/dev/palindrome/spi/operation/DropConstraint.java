package dev.palindrome.spi.operation;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.Constraint;
import dev.palindrome.spi.catalogue.MissingObjectException;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.Table;
import java.util.Optional;

/**
 * Drops a constraint of a table. What takes back an added one. The name of a primary key may be empty.
 *
 * @since 0.1
 */
public record DropConstraint(ObjectName on, String name, Constraint.Kind kind) implements TableOperation {

    @Override
    public Optional<String> schema() {
        return on.schema();
    }

    @Override
    public String table() {
        return on.name();
    }

    /**
     * Finds the constraint.
     *
     * @param former the table as it was
     * @return the constraint
     * @throws MissingObjectException if the table has none of that kind and name
     */
    public Constraint dropped(Table former) {
        return (kind == Constraint.Kind.PRIMARY_KEY ? former.primaryKey() : former.constraint(name))
                .filter(c -> c.kind() == kind)
                .orElseThrow(() -> new MissingObjectException(
                        "Table '" + on + "' has no " + kind.words() + (name.isEmpty() ? "" : " '" + name + "'")));
    }

    @Override
    public Reversal reversal(Dialect dialect, Catalogue before) {
        return Reversal.Derived.of(new MakeConstraint(on, dropped(before.table(on))));
    }

    /** An index of its name is the same thing. */
    @Override
    public Table altered(Dialect dialect, Table before) {
        Constraint gone = dropped(before);
        return before.withConstraints(before.constraints().stream()
                        .filter(c -> !c.equals(gone))
                        .toList())
                .withIndexes(before.indexes().stream()
                        .filter(i -> !gone.isKey() || !i.name().equals(gone.name()))
                        .toList());
    }
}
