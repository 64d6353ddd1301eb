package dev.palindrome.adapters.jdbc.h2;

import dev.palindrome.spi.Row;
import dev.palindrome.spi.StatementRunner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Asks the information schema about all objects that users made, or about one.
 *
 * @param database runs the queries
 * @param names how names are written
 * @param only the one object, as the catalogue has it; empty for all
 */
record H2Scope(StatementRunner database, H2Names names, Optional<H2Key> only) {

    /**
     * Asks.
     *
     * @param select the query as far as its table
     * @param prefix with which the two columns begin that say the object, {@code ..._SCHEMA} and {@code ..._NAME}
     * @param order the columns by which rows are sorted
     * @return the rows of each object
     */
    Map<H2Key, List<Row>> ask(String select, String prefix, String order) {
        return ask(select, prefix + "_SCHEMA", prefix + "_NAME", order);
    }

    /** The same for columns with other names. */
    Map<H2Key, List<Row>> ask(String select, String schemaColumn, String nameColumn, String order) {
        List<@Nullable Object> parameters = new ArrayList<>();
        String condition = "UPPER(" + schemaColumn + ") NOT IN ('INFORMATION_SCHEMA', 'PG_CATALOG')";
        if (only.isEmpty()) {
            condition += " AND LEFT(UPPER(" + nameColumn + "), 11) <> 'PALINDROME_'";
        } else {
            condition += " AND " + equal(schemaColumn) + " AND " + equal(nameColumn);
            parameters.add(only.get().schema());
            parameters.add(only.get().name());
        }
        String query = select + " WHERE " + condition + " ORDER BY " + order;
        return grouped(database.query(query, parameters.toArray()), schemaColumn, nameColumn);
    }

    /** {@return the rows that have one of the names in a column; all rows if the scope is all objects} */
    List<Row> named(String select, String column, Set<String> names) {
        if (only.isEmpty()) {
            return database.query(select);
        }
        if (names.isEmpty()) {
            return List.of();
        }
        String marks = String.join(", ", Collections.nCopies(names.size(), "?"));
        return database.query(select + " WHERE " + column + " IN (" + marks + ")", names.toArray());
    }

    private String equal(String column) {
        return names.ignoresCase() ? "UPPER(" + column + ") = UPPER(?)" : column + " = ?";
    }

    /** {@return the rows by the object of which they are} */
    static Map<H2Key, List<Row>> grouped(List<Row> rows, String schemaColumn, String nameColumn) {
        Map<H2Key, List<Row>> grouped = new LinkedHashMap<>();
        for (Row row : rows) {
            H2Key key = new H2Key(text(row, schemaColumn), text(row, nameColumn));
            grouped.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
        }
        return grouped;
    }

    /** {@return the values in one column} */
    static Set<String> values(Collection<List<Row>> rows, String column) {
        return rows.stream()
                .flatMap(List::stream)
                .flatMap(row -> row.text(column).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** {@return a value that is never null} */
    static String text(Row row, String column) {
        return row.text(column).orElse("");
    }
}
