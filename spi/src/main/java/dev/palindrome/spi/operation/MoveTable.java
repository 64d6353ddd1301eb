package dev.palindrome.spi.operation;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.catalogue.Catalogue;

/**
 * Moves a table to another schema. Its reversal moves it back.
 *
 * @since 0.1
 */
@Property("Moves a table to another schema. Its reversal moves it back.")
public record MoveTable(
        @Property("the schema in which it is") String schema,
        @Property("the table") String table,
        @Property("the schema to which it goes") String to)
        implements SchemaOperation {

    @Override
    public Reversal reversal(Dialect dialect, Catalogue before) {
        return Reversal.Derived.of(new MoveTable(to, table, schema));
    }
}
