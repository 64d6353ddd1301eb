package dev.palindrome.adapters.jdbc;

import dev.palindrome.spi.Row;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a statement returns, to its end. */
final class Results {
    private Results() {}

    /**
     * Takes everything that a statement which has just run gives: some databases do the work of a row, and report its
     * errors, only when the row is fetched.
     */
    static long drain(Statement statement, boolean firstIsRows) throws SQLException {
        long changed = 0;
        boolean rows = firstIsRows;
        while (true) {
            if (rows) {
                try (ResultSet result = statement.getResultSet()) {
                    while (result.next()) {
                        // only to have been there
                    }
                }
            } else {
                long count = statement.getLargeUpdateCount();
                if (count < 0) {
                    return changed;
                }
                changed += count;
            }
            rows = statement.getMoreResults();
        }
    }

    /** Reads the row that a result stands on. */
    static Row row(ResultSet result) throws SQLException {
        ResultSetMetaData meta = result.getMetaData();
        List<String> columns = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            columns.add(meta.getColumnLabel(i));
            values.add(value(result, i));
        }
        return Row.of(columns, values);
    }

    private static @Nullable Object value(ResultSet result, int column) throws SQLException {
        Object value = result.getObject(column);
        return value instanceof Number || value instanceof Boolean ? value : result.getString(column);
    }
}
