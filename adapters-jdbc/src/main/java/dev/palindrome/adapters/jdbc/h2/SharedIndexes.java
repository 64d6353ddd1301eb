package dev.palindrome.adapters.jdbc.h2;

import dev.palindrome.spi.Statement;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.Constraint;
import dev.palindrome.spi.catalogue.Table;
import dev.palindrome.spi.operation.DropConstraint;
import dev.palindrome.spi.operation.MakeConstraint;
import dev.palindrome.spi.sql.Renderings.Rendering;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What shares an index. A key of H2 takes an index that is there if that serves it, be it another key's or somebody's own.
 * H2 then refuses to drop such an index; and if the key goes that made it, it leaves the index to the other key with all that
 * it enforces, uniqueness included. So the other keys are dropped for a moment, and made again with indexes of their own.
 */
final class SharedIndexes {
    private final Rendering<DropConstraint> drop;
    private final Rendering<MakeConstraint> make;
    private final Catalogue before;

    SharedIndexes(Rendering<DropConstraint> drop, Rendering<MakeConstraint> make, Catalogue before) {
        this.drop = drop;
        this.make = make;
        this.before = before;
    }

    /**
     * Drops indexes while no other key holds them.
     *
     * @param table their table
     * @param going the constraints that go with them
     * @param indexes the indexes
     * @param dropping what drops them
     * @return that, and what sets the other keys aside and brings them back
     */
    List<Statement> without(Table table, List<Constraint> going, List<Dropped> indexes, List<Statement> dropping) {
        List<Constraint> others = table.constraints().stream()
                .filter(other -> !going.contains(other)
                        && (other.kind() == Constraint.Kind.FOREIGN_KEY || other.kind() == Constraint.Kind.UNIQUE)
                        && indexes.stream().anyMatch(index -> index.serves(other)))
                .toList();
        List<Statement> statements = new ArrayList<>();
        for (Constraint other : others) {
            statements.addAll(drop.render(new DropConstraint(table.name(), other.name(), other.kind()), before));
        }
        statements.addAll(dropping);
        for (Constraint other : others) {
            statements.addAll(make.render(new MakeConstraint(table.name(), other), before));
        }
        return statements;
    }

    /**
     * An index that goes.
     *
     * @param columns its columns in order
     * @param unique whether unique keys can have it too
     */
    record Dropped(List<String> columns, boolean unique) {
        /** What goes with a constraint; a foreign key's index enforces nothing, so another key may inherit it. */
        static List<Dropped> with(Constraint constraint) {
            boolean isKey =
                    constraint.kind() == Constraint.Kind.PRIMARY_KEY || constraint.kind() == Constraint.Kind.UNIQUE;
            return isKey ? List.of(new Dropped(constraint.columns(), true)) : List.of();
        }

        /** Whether it can be the index of a key: see H2's AlterTableAddConstraint. */
        boolean serves(Constraint key) {
            int size = key.columns().size();
            boolean fits =
                    key.kind() == Constraint.Kind.UNIQUE ? unique && size == columns.size() : size <= columns.size();
            return fits && Set.copyOf(key.columns()).equals(Set.copyOf(columns.subList(0, size)));
        }
    }
}
