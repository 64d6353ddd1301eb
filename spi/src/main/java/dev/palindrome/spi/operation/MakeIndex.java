package dev.palindrome.spi.operation;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.catalogue.Index;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes an index by its definition. What takes back a dropped one.
 *
 * @since 0.1
 */
public record MakeIndex(ObjectName on, Index index, boolean concurrently) implements TableOperation {

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
        List<Index> all = new ArrayList<>(before.indexes());
        all.add(index);
        return before.withIndexes(all);
    }
}
