package dev.palindrome.spi.operation;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values in rows, as SQL: in their places rather than as parameters, so that the database finds their types. */
final class Rows {
    private Rows() {}

    /** One statement for all neighbours that have the same columns. */
    static List<Instruction> insert(Dialect dialect, String table, List<Map<String, @Nullable Object>> rows) {
        List<Instruction> statements = new ArrayList<>();
        List<String> tuples = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            List<String> columns = List.copyOf(rows.get(i).keySet());
            tuples.add("(" + String.join(", ", literals(dialect, rows.get(i))) + ")");
            boolean isLast = i + 1 == rows.size()
                    || !List.copyOf(rows.get(i + 1).keySet()).equals(columns);
            if (isLast) {
                statements.add(Statement.of("INSERT INTO " + table + " (" + dialect.names(columns) + ") VALUES\n  "
                        + String.join(",\n  ", tuples)));
                tuples.clear();
            }
        }
        return statements;
    }

    static String condition(Dialect dialect, Map<String, @Nullable Object> values) {
        List<String> parts = new ArrayList<>();
        values.forEach((column, value) ->
                parts.add(dialect.name(column) + (value == null ? " IS NULL" : " = " + literal(dialect, value))));
        return String.join(" AND ", parts);
    }

    static String assignments(Dialect dialect, Map<String, @Nullable Object> values) {
        List<String> parts = new ArrayList<>();
        values.forEach((column, value) -> parts.add(dialect.name(column) + " = " + literal(dialect, value)));
        return String.join(", ", parts);
    }

    /** The values of some columns, as they are named in the row. */
    static Map<String, @Nullable Object> project(Map<String, @Nullable Object> row, List<String> columns) {
        Map<String, @Nullable Object> part = new LinkedHashMap<>();
        row.forEach((column, value) -> {
            if (columns.stream().anyMatch(column::equalsIgnoreCase)) {
                part.put(column, value);
            }
        });
        return part;
    }

    private static List<String> literals(Dialect dialect, Map<String, @Nullable Object> row) {
        List<String> literals = new ArrayList<>();
        row.values().forEach(value -> literals.add(literal(dialect, value)));
        return literals;
    }

    private static String literal(Dialect dialect, @Nullable Object value) {
        return value instanceof Expression expression ? "(" + expression.sql() + ")" : dialect.literal(value);
    }

    static List<Map<String, @Nullable Object>> copies(List<Map<String, @Nullable Object>> rows) {
        List<Map<String, @Nullable Object>> copies = new ArrayList<>();
        rows.forEach(row -> copies.add(new LinkedHashMap<>(row)));
        return copies;
    }
}
