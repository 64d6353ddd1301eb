package dev.palindrome.spi.operation;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.ObjectName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of a table as SQL: values in their places rather than as parameters, so that the database finds their types. */
final class Rows {
    private final Dialect dialect;
    private final ObjectName table;
    private final Catalogue before;

    Rows(Dialect dialect, ObjectName table, Catalogue before) {
        this.dialect = dialect;
        this.table = table;
        this.before = before;
    }

    /** One statement for all neighbours that have the same columns. */
    List<Instruction> insert(List<Map<String, @Nullable Object>> rows) {
        List<Instruction> statements = new ArrayList<>();
        List<String> tuples = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            List<String> columns = List.copyOf(rows.get(i).keySet());
            tuples.add("(" + String.join(", ", literals(rows.get(i))) + ")");
            boolean isLast = i + 1 == rows.size()
                    || !List.copyOf(rows.get(i + 1).keySet()).equals(columns);
            if (isLast) {
                statements.add(Statement.of("INSERT INTO " + dialect.name(table) + " (" + dialect.names(columns)
                        + ") VALUES\n  " + String.join(",\n  ", tuples)));
                tuples.clear();
            }
        }
        return statements;
    }

    String condition(Map<String, @Nullable Object> values) {
        List<String> parts = new ArrayList<>();
        values.forEach((column, value) ->
                parts.add(dialect.name(column) + (value == null ? " IS NULL" : " = " + literal(column, value))));
        return String.join(" AND ", parts);
    }

    String assignments(Map<String, @Nullable Object> values) {
        List<String> parts = new ArrayList<>();
        values.forEach((column, value) -> parts.add(dialect.name(column) + " = " + literal(column, value)));
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

    private List<String> literals(Map<String, @Nullable Object> row) {
        List<String> literals = new ArrayList<>();
        row.forEach((column, value) -> literals.add(literal(column, value)));
        return literals;
    }

    private String literal(String column, @Nullable Object value) {
        return value instanceof Expression expression
                ? "(" + expression.sql() + ")"
                : dialect.literal(value, () -> before.table(table).requireColumn(column));
    }

    static List<Map<String, @Nullable Object>> copies(List<Map<String, @Nullable Object>> rows) {
        List<Map<String, @Nullable Object>> copies = new ArrayList<>();
        rows.forEach(row -> copies.add(new LinkedHashMap<>(row)));
        return copies;
    }
}
