package dev.palindrome.spi.operation;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.Table;

/**
 * A typed operation that changes a table. A dialect that can't change one in place makes it anew as {@link #altered} says.
 *
 * @since 0.1
 */
public interface TableOperation extends SchemaOperation, OnTable {

    /**
     * Says what becomes of the table.
     *
     * @param dialect the dialect of the database at hand
     * @param before the table just before
     * @return the table just after
     */
    Table altered(Dialect dialect, Table before);

    @Override
    default void foresee(Dialect dialect, Catalogue catalogue) {
        catalogue.put(altered(dialect, catalogue.table(on())));
    }
}
