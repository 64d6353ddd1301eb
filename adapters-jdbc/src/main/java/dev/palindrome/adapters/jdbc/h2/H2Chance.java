package dev.palindrome.adapters.jdbc.h2;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.catalogue.Constraint;
import dev.palindrome.spi.catalogue.Index;
import dev.palindrome.spi.catalogue.SchemaObject;
import dev.palindrome.spi.catalogue.Table;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * Takes out of a table what depends on what was there before: the names that H2 made up for what its author didn't name, and
 * the types of whole numbers in checks. H2 gives these the type of the column with which they are compared, and leaves it to
 * them when the column changes.
 */
final class H2Chance {
    private static final String UNNAMED = "unnamed ";
    private static final Pattern TYPED_NUMBER =
            Pattern.compile("CAST\\((-?[0-9]+) AS (?:TINYINT|SMALLINT|INTEGER|BIGINT)\\)");

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
        String definition = constraint.kind() == Constraint.Kind.CHECK
                ? TYPED_NUMBER.matcher(constraint.definition()).replaceAll("$1")
                : constraint.definition();
        boolean isMadeUp = H2Names.isMadeUp(names.actual(constraint.name()));
        return new Constraint(
                isMadeUp ? UNNAMED + definition : constraint.name(),
                constraint.kind(),
                constraint.columns(),
                definition,
                constraint.comment());
    }

    private Index without(Index index) {
        if (!H2Names.isMadeUp(names.actual(index.name()))) {
            return index;
        }
        String definition = index.definition().replace(" INDEX " + dialect.name(index.name()) + " ON ", " INDEX ON ");
        return new Index(UNNAMED + definition, index.columns(), definition, index.comment());
    }
}
