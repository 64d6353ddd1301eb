package dev.palindrome.spi.operation;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.catalogue.Constraint;
import java.util.List;
import java.util.Optional;

/**
 * A primary or unique key of a new table.
 *
 * @since 0.1
 */
@Property("a primary or unique key")
public record Key(
        @Property("its name; by default made of the table and the columns")
        Optional<String> name,

        @Property(value = "its columns in order", nonEmpty = true)
        List<String> columns) {

    /** Copies the list. */
    public Key {
        columns = List.copyOf(columns);
    }

    /**
     * A key without a name of its own.
     *
     * @param columns its columns
     * @return the key
     */
    public static Key of(String... columns) {
        return new Key(Optional.empty(), List.of(columns));
    }

    Constraint primary(Dialect dialect, String table) {
        return new Constraint(
                name.orElseGet(() -> Names.of(table, List.of(), "pkey")),
                Constraint.Kind.PRIMARY_KEY,
                columns,
                "PRIMARY KEY (" + dialect.names(columns) + ")",
                Optional.empty());
    }

    Constraint unique(Dialect dialect, String table) {
        return new Constraint(
                name.orElseGet(() -> Names.of(table, columns, "key")),
                Constraint.Kind.UNIQUE,
                columns,
                "UNIQUE (" + dialect.names(columns) + ")",
                Optional.empty());
    }
}
