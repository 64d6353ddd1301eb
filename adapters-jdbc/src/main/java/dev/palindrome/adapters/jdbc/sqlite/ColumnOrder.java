package dev.palindrome.adapters.jdbc.sqlite;

import dev.palindrome.spi.catalogue.Column;
import dev.palindrome.spi.catalogue.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The order that a table's columns once had. */
final class ColumnOrder {
    private final List<String> names;

    /** Columns in their former order. */
    ColumnOrder(List<String> names) {
        this.names = names.stream().map(ColumnOrder::key).toList();
    }

    /** Puts a table's last column behind the nearest one that came before it, or to the front if none of those is left. */
    Table placed(Table table, String column) {
        int own = names.indexOf(key(column));
        if (own < 0) {
            return table;
        }
        List<Column> columns = new ArrayList<>(table.columns());
        Column last = columns.remove(columns.size() - 1);
        int place = 0;
        for (int i = 0; i < columns.size(); i++) {
            int former = names.indexOf(key(columns.get(i).name()));
            place = former >= 0 && former < own ? i + 1 : place;
        }
        columns.add(place, last);
        return table.withColumns(columns);
    }

    /** Says whether the column is a table's last one. */
    static boolean isLast(Table table, String column) {
        return table.columns().get(table.columns().size() - 1).name().equals(column);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
