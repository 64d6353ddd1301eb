package dev.palindrome.spi.operation;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.catalogue.ObjectName;
import java.util.List;
import java.util.Optional;

/**
 * What a foreign key refers to.
 *
 * @since 0.1
 */
@Property("what a foreign key refers to")
public record Reference(
        @Property("the schema of the table it refers to") Optional<String> schema,

        @Property(value = "the table it refers to", shorthand = true)
        String table,

        @Property("the column it refers to; by default the primary key")
        Optional<String> column,

        @Property(value = "the columns it refers to, where there are several", insteadOf = "column")
        List<String> columns,

        @Property("what happens when the row it refers to is deleted")
        Optional<Action> onDelete,

        @Property("what happens when the key it refers to is changed")
        Optional<Action> onUpdate) {

    /** Copies the list. */
    public Reference {
        columns = List.copyOf(columns);
    }

    /**
     * A reference to a table's column.
     *
     * @param table the table
     * @param columns the columns; none for the primary key
     * @return the reference
     */
    public static Reference to(String table, String... columns) {
        return new Reference(
                Optional.empty(), table, Optional.empty(), List.of(columns), Optional.empty(), Optional.empty());
    }

    /**
     * The same reference with something to happen when the row it refers to is deleted.
     *
     * @param action what happens
     * @return a copy
     */
    public Reference onDelete(Action action) {
        return new Reference(schema, table, column, columns, Optional.of(action), onUpdate);
    }

    /**
     * The same reference with something to happen when the key it refers to is changed.
     *
     * @param action what happens
     * @return a copy
     */
    public Reference onUpdate(Action action) {
        return new Reference(schema, table, column, columns, onDelete, Optional.of(action));
    }

    /** {@return it as SQL, from REFERENCES on} */
    String sql(Dialect dialect) {
        List<String> target = column.map(List::of).orElse(columns);
        return "REFERENCES " + dialect.name(new ObjectName(schema, table))
                + (target.isEmpty() ? "" : " (" + dialect.names(target) + ")")
                + onDelete.map(a -> " ON DELETE " + a.sql()).orElse("")
                + onUpdate.map(a -> " ON UPDATE " + a.sql()).orElse("");
    }
}
