package com.example.ignite;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.Row;
import dev.palindrome.spi.StatementException;
import dev.palindrome.spi.StatementRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the defaults of columns. Ignite's views don't have them, but its planner does: the plan of an INSERT shows the value of
 * each column that the statement doesn't name. Nothing is inserted.
 */
final class ColumnDefaults {
    private static final String BEGIN = "sourceExpression: [";
    private static final String END = "]\n    type: INSERT";

    private final StatementRunner database;
    private final Dialect dialect;
    private final String table;

    ColumnDefaults(StatementRunner database, Dialect dialect, Row table) {
        this.database = database;
        this.dialect = dialect;
        this.table = new HistoryTable(
                        table.text("schema_name"), table.text("table_name").orElseThrow())
                .quoted(dialect);
    }

    /** Columns that may be null can be left out together; leaving out another one is refused if it has no default. */
    List<Optional<String>> of(List<Row> columns) {
        List<Row> required = columns.stream().filter(row -> !isNullable(row)).toList();
        List<String> together = planned(required);
        List<Optional<String>> defaults = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Row column = columns.get(i);
            String type = IgniteType.of(column);
            defaults.add(
                    isNullable(column)
                            ? DefaultText.ofPlan(together.get(i), type)
                            : ofRequired(columns, column, i).flatMap(printed -> DefaultText.ofPlan(printed, type)));
        }
        return defaults;
    }

    private static boolean isNullable(Row column) {
        return column.flag("is_nullable_column").orElseThrow();
    }

    private Optional<String> ofRequired(List<Row> columns, Row column, int index) {
        List<Row> others = columns.stream().filter(row -> row != column).toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(planned(others).get(index));
        } catch (StatementException e) {
            if (e.isConnectionLost() || !String.valueOf(e.getMessage()).contains("does not allow NULLs")) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private List<String> planned(List<Row> named) {
        String names = named.stream()
                .map(row -> dialect.quote(row.text("column_name").orElseThrow()))
                .collect(Collectors.joining(", "));
        String marks = named.stream().map(row -> "?").collect(Collectors.joining(", "));
        @Nullable Object[] nothing = new @Nullable Object[named.size()];
        String plan = IgniteInspector.query(
                        database,
                        "EXPLAIN PLAN FOR INSERT INTO " + table + " (" + names + ") VALUES (" + marks + ")",
                        nothing)
                .get(0)
                .text("plan")
                .orElseThrow();
        int begin = plan.indexOf(BEGIN);
        int end = plan.lastIndexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException("The defaults of table " + table + " can't be read from the plan " + plan);
        }
        return DefaultText.cut(plan.substring(begin + BEGIN.length(), end));
    }
}
