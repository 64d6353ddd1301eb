package dev.palindrome.spi.operation;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.Constraint;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.Table;
import java.util.List;
import java.util.Optional;

/**
 * Makes a constraint of a table. What takes back a dropped one.
 *
 * @since 0.1
 */
public record MakeConstraint(ObjectName on, Constraint constraint) implements TableOperation {

    @Override
    public Optional<String> schema() {
        return on.schema();
    }

    @Override
    public String table() {
        return on.name();
    }

    @Override
    public Reversal reversal(Dialect dialect, Catalogue before) {
        return Reversal.Derived.of(new DropConstraint(on, constraint.name(), constraint.kind()));
    }

    /** A primary key's columns are never null, whoever says what of them. */
    @Override
    public Table altered(Dialect dialect, Table before) {
        Table with = before.with(Table.of(on, List.of(), List.of(constraint)));
        return constraint.kind() == Constraint.Kind.PRIMARY_KEY
                ? with.mapColumns(
                        c -> constraint.columns().stream().anyMatch(c.name()::equalsIgnoreCase) ? c.nullable(false) : c)
                : with;
    }
}
