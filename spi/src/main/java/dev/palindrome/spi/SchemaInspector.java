package dev.palindrome.spi;

import java.util.List;
import java.util.Optional;

/**
 * Reads a database's catalogue. Implemented by adapters.
 *
 * @since 0.1
 */
public interface SchemaInspector {

    /**
     * Lists the columns of a table.
     *
     * @param session a session, within a transaction or not
     * @param schema the table's schema; the connection's own if empty
     * @param table the table's name, taken exactly
     * @return the names of its columns in order; empty if there is no such table
     */
    Optional<List<String>> columns(Session session, Optional<String> schema, String table);
}
