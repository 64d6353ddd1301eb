package dev.palindrome.spi.operation;

import dev.palindrome.spi.catalogue.ObjectName;
import java.util.Optional;

/**
 * What is about one table.
 *
 * @since 0.1
 */
public interface OnTable {

    /** {@return the table's schema} */
    Optional<String> schema();

    /** {@return the table's name in it} */
    String table();

    /** {@return the table's whole name} */
    default ObjectName on() {
        return new ObjectName(schema(), table());
    }
}
