package dev.palindrome.domain.schema;

import dev.palindrome.spi.catalogue.ObjectName;
import java.util.List;

/**
 * Which columns of a table point at which of another.
 *
 * @param columns the table's own
 * @param table the table that they point at
 * @param referencedColumns its columns, in the order of ours; empty if the database doesn't say
 */
public record ForeignKey(List<String> columns, ObjectName table, List<String> referencedColumns) {

    public ForeignKey {
        columns = List.copyOf(columns);
        referencedColumns = List.copyOf(referencedColumns);
    }
}
