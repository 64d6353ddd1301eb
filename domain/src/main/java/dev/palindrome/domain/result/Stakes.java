package dev.palindrome.domain.result;

import java.util.List;
import java.util.OptionalLong;

/**
 * What a plan would take away for good, counted before anybody agrees to it.
 *
 * @param tables the tables that would be dropped
 * @param columns the columns that would be dropped, of tables that stay
 * @param rows the rows that would be deleted, of tables that stay
 * @param totalRows how many rows would be lost, or lose a value; each counts once, those that could not be counted not at all
 * @param uncounted what else may be lost, in sentences
 */
public record Stakes(
        List<LostTable> tables, List<LostColumn> columns, List<LostRows> rows, long totalRows, List<String> uncounted) {
    /** Nothing. */
    public static final Stakes NONE = new Stakes(List.of(), List.of(), List.of(), 0, List.of());

    public Stakes {
        tables = List.copyOf(tables);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        uncounted = List.copyOf(uncounted);
    }

    /** {@return whether nothing would be lost, as far as can be told} */
    public boolean isNothing() {
        return tables.isEmpty() && columns.isEmpty() && rows.isEmpty() && uncounted.isEmpty();
    }

    /** {@return it in words, a line each; nothing if nothing is at stake} */
    public List<String> lines() {
        return new StakesWording(this).lines();
    }

    /**
     * A table that would be dropped.
     *
     * @param name its name
     * @param rows how many rows it has; empty if they could not be counted
     */
    public record LostTable(String name, OptionalLong rows) {}

    /**
     * A column that would be dropped.
     *
     * @param table its table
     * @param name its name
     * @param rows how many rows have a value in it; empty if they could not be counted
     */
    public record LostColumn(String table, String name, OptionalLong rows) {}

    /**
     * Rows that would be deleted.
     *
     * @param table their table
     * @param rows how many; empty if that can't be told
     * @param of how many the table has; empty if they could not be counted
     */
    public record LostRows(String table, OptionalLong rows, OptionalLong of) {}
}
