package dev.palindrome.spi.operation;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.catalogue.Constraint;
import java.util.List;
import java.util.Optional;

/**
 * A foreign key of a new table.
 *
 * @since 0.1
 */
@Property("a foreign key")
public record ForeignKey(
        @Property("its name; by default made of the table and the columns")
        Optional<String> name,

        @Property(value = "its columns in order", nonEmpty = true)
        List<String> columns,

        @Property("what it refers to") Reference references) {

    /** Copies the list. */
    public ForeignKey {
        columns = List.copyOf(columns);
    }

    Constraint constraint(Dialect dialect, String table) {
        return new Constraint(
                name.orElseGet(() -> Names.of(table, columns, "fkey")),
                Constraint.Kind.FOREIGN_KEY,
                columns,
                "FOREIGN KEY (" + dialect.names(columns) + ") " + references.sql(dialect),
                Optional.empty());
    }
}
