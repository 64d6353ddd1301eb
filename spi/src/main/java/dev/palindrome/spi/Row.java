package dev.palindrome.spi;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One row that a query returned. Made by sessions. Column names match whatever their case.
 *
 * @since 0.1
 */
public final class Row {
    private final Map<String, @Nullable Object> values;

    private Row(Map<String, @Nullable Object> values) {
        this.values = values;
    }

    /**
     * Makes a row.
     *
     * @param columns the names
     * @param values the values, in the same order; texts, numbers, booleans or nulls
     * @return the row
     */
    public static Row of(List<String> columns, List<? extends @Nullable Object> values) {
        Map<String, @Nullable Object> map = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i < columns.size(); i++) {
            map.put(columns.get(i), values.get(i));
        }
        return new Row(Collections.unmodifiableMap(map));
    }

    /** {@return the names of the columns, in alphabetical order} */
    public List<String> columns() {
        return List.copyOf(values.keySet());
    }

    /**
     * Reads a text.
     *
     * @param column the column's name
     * @return its value as text; empty for null
     * @throws IllegalArgumentException if there is no such column
     */
    public Optional<String> text(String column) {
        return Optional.ofNullable(value(column)).map(Object::toString);
    }

    /**
     * Reads a whole number.
     *
     * @param column the column's name
     * @return its value; empty for null
     * @throws IllegalArgumentException if there is no such column or its value is no number
     */
    public OptionalLong number(String column) {
        Object value = value(column);
        if (value == null) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(value instanceof Number number ? number.longValue() : Long.parseLong(value.toString()));
    }

    /**
     * Reads a truth value, also from databases that keep them as numbers.
     *
     * @param column the column's name
     * @return its value; empty for null
     * @throws IllegalArgumentException if there is no such column
     */
    public Optional<Boolean> flag(String column) {
        return Optional.ofNullable(value(column))
                .map(value -> value instanceof Number number
                        ? number.longValue() != 0
                        : Boolean.parseBoolean(value.toString()));
    }

    private @Nullable Object value(String column) {
        if (!values.containsKey(column)) {
            throw new IllegalArgumentException("The row has no column '" + column + "', only " + values.keySet());
        }
        return values.get(column);
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
