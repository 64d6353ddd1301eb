package dev.palindrome.spi.operation;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.catalogue.Column;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.Table;
import java.util.Optional;

/**
 * Makes a column be as it was. What takes back a changed column; the expression, if there is one, converts its values.
 *
 * @since 0.1
 */
public record RedefineColumn(ObjectName on, Column column, Optional<String> using) implements TableOperation {

    @Override
    public Optional<String> schema() {
        return on.schema();
    }

    @Override
    public String table() {
        return on.name();
    }

    @Override
    public Table altered(Dialect dialect, Table before) {
        return before.mapColumns(c -> c.name().equalsIgnoreCase(column.name()) ? column : c);
    }
}
