package dev.palindrome.adapters.jdbc.h2;

import dev.palindrome.spi.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the columns of indexes in their order, those of constraints too. */
final class H2IndexColumns {
    private static final String COLUMNS = "SELECT TABLE_SCHEMA, TABLE_NAME, INDEX_SCHEMA, INDEX_NAME, COLUMN_NAME,"
            + " ORDINAL_POSITION, ORDERING_SPECIFICATION, NULL_ORDERING FROM INFORMATION_SCHEMA.INDEX_COLUMNS";

    private final H2Scope scope;
    private final Map<H2Key, List<Row>> rows;

    H2IndexColumns(H2Scope scope) {
        this.scope = scope;
        this.rows = byIndex(scope.ask(COLUMNS, "TABLE", "INDEX_NAME, ORDINAL_POSITION").values().stream()
                .flatMap(List::stream)
                .toList());
    }

    /** {@return these and the columns of indexes of such names, of whatever table} */
    Map<H2Key, List<Row>> with(Set<String> others) {
        if (others.isEmpty()) {
            return rows;
        }
        Map<H2Key, List<Row>> all = new LinkedHashMap<>(rows);
        all.putAll(byIndex(scope.named(COLUMNS, "INDEX_NAME", others)));
        return all;
    }

    List<Row> of(H2Key index) {
        return rows.getOrDefault(index, List.of());
    }

    private static Map<H2Key, List<Row>> byIndex(List<Row> columns) {
        return H2Scope.grouped(columns, "INDEX_SCHEMA", "INDEX_NAME");
    }
}
