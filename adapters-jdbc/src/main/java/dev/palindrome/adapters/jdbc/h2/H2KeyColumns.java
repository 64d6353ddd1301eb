package dev.palindrome.adapters.jdbc.h2;

import dev.palindrome.spi.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the columns of keys in their order. KEY_COLUMN_USAGE still has the former name of a column that was renamed, so the
 * names are taken from the index that each key has.
 */
final class H2KeyColumns {
    private static final String INDEXES = "SELECT CONSTRAINT_SCHEMA, CONSTRAINT_NAME, TABLE_SCHEMA, TABLE_NAME,"
            + " INDEX_SCHEMA, INDEX_NAME FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS";
    private static final String USAGE = "SELECT CONSTRAINT_SCHEMA, CONSTRAINT_NAME, COLUMN_NAME, ORDINAL_POSITION,"
            + " POSITION_IN_UNIQUE_CONSTRAINT FROM INFORMATION_SCHEMA.KEY_COLUMN_USAGE";

    private final Map<H2Key, List<Row>> indexes;
    private final Map<H2Key, List<Row>> usage;
    private final Map<H2Key, List<Row>> columns;

    /**
     * Reads.
     *
     * @param own the rows of the constraints within the scope
     * @param targets the names of the keys to which they refer
     */
    H2KeyColumns(H2Scope scope, H2IndexColumns indexColumns, Collection<List<Row>> own, Set<String> targets) {
        List<Row> rows = new ArrayList<>();
        own.forEach(rows::addAll);
        List<Row> others = scope.only().isEmpty() ? List.of() : scope.named(INDEXES, "CONSTRAINT_NAME", targets);
        rows.addAll(others);
        this.indexes = H2Scope.grouped(rows, "CONSTRAINT_SCHEMA", "CONSTRAINT_NAME");
        Set<String> constraints = H2Scope.values(indexes.values(), "CONSTRAINT_NAME");
        this.usage = H2Scope.grouped(
                scope.named(USAGE, "CONSTRAINT_NAME", constraints), "CONSTRAINT_SCHEMA", "CONSTRAINT_NAME");
        this.columns = indexColumns.with(H2Scope.values(List.of(others), "INDEX_NAME"));
    }

    /** {@return the names of a key's columns as the catalogue has them} */
    List<String> of(H2Key constraint) {
        List<String> used = names(usage.getOrDefault(constraint, List.of()));
        List<Row> index = columns.getOrDefault(name(constraint, "INDEX"), List.of());
        List<String> now = names(index);
        List<String> unused = new ArrayList<>(now.subList(0, Math.min(used.size(), now.size())));
        unused.removeAll(used); // an index that several keys share may have them in another order
        return used.stream()
                .map(name -> now.contains(name) || unused.isEmpty() ? name : unused.remove(0))
                .toList();
    }

    /** {@return the columns to which those of a foreign key refer, in its order} */
    List<String> referredToBy(H2Key foreignKey, H2Key target) {
        List<String> all = of(target);
        return sorted(usage.getOrDefault(foreignKey, List.of())).stream()
                .map(row -> all.get(
                        (int) row.number("POSITION_IN_UNIQUE_CONSTRAINT").orElse(1) - 1))
                .toList();
    }

    H2Key tableOf(H2Key constraint) {
        return name(constraint, "TABLE");
    }

    private H2Key name(H2Key constraint, String what) {
        return indexes.getOrDefault(constraint, List.of()).stream()
                .findFirst()
                .map(row -> new H2Key(H2Scope.text(row, what + "_SCHEMA"), H2Scope.text(row, what + "_NAME")))
                .orElse(constraint);
    }

    private static List<String> names(List<Row> rows) {
        return sorted(rows).stream()
                .map(row -> H2Scope.text(row, "COLUMN_NAME"))
                .toList();
    }

    private static List<Row> sorted(List<Row> rows) {
        return rows.stream()
                .sorted(Comparator.comparing(
                        row -> row.number("ORDINAL_POSITION").orElse(0)))
                .toList();
    }
}
