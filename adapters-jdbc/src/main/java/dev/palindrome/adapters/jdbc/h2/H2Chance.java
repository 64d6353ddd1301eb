package dev.palindrome.adapters.jdbc.h2;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.catalogue.Constraint;
import dev.palindrome.spi.catalogue.Index;
import dev.palindrome.spi.catalogue.SchemaObject;
import dev.palindrome.spi.catalogue.Table;
import java.util.Comparator;

/** Takes the names out of a table that H2 made up for what its author didn't name: they depend on what was there before. */
final class H2Chance {
    private static final String UNNAMED = "unnamed ";

    private final Dialect dialect;
    private final H2Names names;

    H2Chance(Dialect dialect, H2Names names) {
        this.dialect = dialect;
        this.names = names;
    }

    SchemaObject without(SchemaObject object) {
        return object instanceof Table table ? without(table) : object;
    }

    private Table without(Table table) {
        return table.withConstraints(table.constraints().stream()
                        .map(this::without)
                        .sorted(H2Constraints.ORDER)
                        .toList())
                .withIndexes(table.indexes().stream()
                        .map(this::without)
                        .sorted(Comparator.comparing(Index::name))
                        .toList());
    }

    private Constraint without(Constraint constraint) {
        return H2Names.isMadeUp(names.actual(constraint.name()))
                ? new Constraint(
                        UNNAMED + constraint.definition(),
                        constraint.kind(),
                        constraint.columns(),
                        constraint.definition(),
                        constraint.comment())
                : constraint;
    }

    private Index without(Index index) {
        if (!H2Names.isMadeUp(names.actual(index.name()))) {
            return index;
        }
        String definition = index.definition().replace(" INDEX " + dialect.name(index.name()) + " ON ", " INDEX ON ");
        return new Index(UNNAMED + definition, index.columns(), definition, index.comment());
    }
}
