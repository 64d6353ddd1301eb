package dev.palindrome.spi.operation;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.catalogue.Catalogue;
import java.util.Optional;

/**
 * Renames a column. Its reversal gives it its former name. What else mentions the old name is the database's to rename, so a plan does not foresee how it looks.
 *
 * @since 0.1
 */
@Property("Renames a column. Its reversal gives it its former name.")
public record RenameColumn(
        @Property("the schema; by default the one in which unqualified names are found")
        Optional<String> schema,

        @Property("the table") String table,
        @Property("the column") String column,
        @Property("its new name") String to)
        implements SchemaOperation, OnTable {

    @Override
    public Reversal reversal(Dialect dialect, Catalogue before) {
        return Reversal.Derived.of(new RenameColumn(schema, table, to, column));
    }
}
