package dev.palindrome.spi;

import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.SchemaObject;
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

    /**
     * Reads one object with all that hangs on it. Called within the transaction of the migration, just before an operation
     * runs whose reversal or rendering needs it; sees what that transaction has changed.
     *
     * @param database runs the queries
     * @param name its name, in its written form; without a schema, it is looked up as an unqualified name in SQL would be
     * @return the object under the name that was asked for; empty if there is none
     */
    Optional<SchemaObject> find(StatementRunner database, ObjectName name);

    /**
     * Reads all objects that users made, so that catalogues can be compared: not the database's own, and none of which the
     * name begins with {@code palindrome_}.
     *
     * @param database runs the queries
     * @return the objects in alphabetical order of their names; those of the connection's own schema are named without it.
     *     Names that the database makes up by chance are replaced by ones that depend on the object alone
     */
    List<SchemaObject> all(StatementRunner database);

    /**
     * Finds what a statement has left behind that did not come to its end, though it commits by itself: such as the invalid
     * index of a CREATE INDEX CONCURRENTLY, or of a DROP INDEX CONCURRENTLY. Called before such a statement is tried again
     * or taken back; clearing away what is left of one that only takes away ends its work.
     *
     * @param database runs the queries
     * @param statement what did not come to its end
     * @return what clears it away, in order; by default nothing
     */
    default List<Statement> remains(StatementRunner database, Statement statement) {
        return List.of();
    }

    /**
     * Gives the catalogue as it is from now on.
     *
     * @param database runs the queries, when an object is asked for
     * @return a catalogue that has read nothing yet
     */
    default Catalogue catalogue(StatementRunner database) {
        return Catalogue.of(name -> find(database, name));
    }
}
