package dev.palindrome.domain.stakes;

import dev.palindrome.spi.catalogue.Column;
import dev.palindrome.spi.catalogue.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a table loses on the way through a plan. */
final class Loss {
    /** More of them make a query that some databases refuse. */
    private static final int MOST_CONDITIONS = 200;

    private final Table table;
    private final List<Column> columns = new ArrayList<>();
    private final List<String> conditions = new ArrayList<>();
    /** What columns are called by now. */
    private final Map<String, String> renamed = new HashMap<>();

    private Whole whole = Whole.KEPT;
    private Rows rows = Rows.KEPT;

    Loss(Table table) {
        this.table = table;
    }

    Table table() {
        return table;
    }

    void drop() {
        whole = Whole.DROPPED;
    }

    void buildAnew() {
        whole = Whole.BUILT_ANEW;
    }

    void dropColumn(String name) {
        table.column(original(name)).filter(column -> !columns.contains(column)).ifPresent(columns::add);
    }

    void renameColumn(String name, String to) {
        String original = original(name);
        renamed.put(name.toLowerCase(Locale.ROOT), "");
        renamed.put(to.toLowerCase(Locale.ROOT), original);
    }

    void deleteRows(String condition) {
        if (condition.isEmpty()) {
            rows = Rows.ALL;
        } else if (!conditions.contains(condition)) {
            conditions.add(condition);
        }
    }

    void deleteSomeRows() {
        rows = rows == Rows.ALL ? Rows.ALL : Rows.UNTOLD;
    }

    boolean isDropped() {
        return whole == Whole.DROPPED;
    }

    boolean isBuiltAnew() {
        return whole == Whole.BUILT_ANEW;
    }

    /** The columns that go without their table. */
    List<Column> columns() {
        return isDropped() ? List.of() : columns;
    }

    /** Which rows go without their table. */
    Rows rows() {
        if (isDropped()) {
            return Rows.KEPT;
        }
        return rows != Rows.KEPT || conditions.isEmpty()
                ? rows
                : conditions.size() > MOST_CONDITIONS ? Rows.UNTOLD : Rows.THAT_MEET;
    }

    /** One condition for all of {@link Rows#THAT_MEET}; a comment may end it. */
    String condition() {
        return "(" + String.join("\n) OR (", conditions) + "\n)";
    }

    boolean isNothing() {
        return whole == Whole.KEPT && columns.isEmpty() && rows() == Rows.KEPT;
    }

    private String original(String name) {
        return renamed.getOrDefault(name.toLowerCase(Locale.ROOT), name);
    }

    private enum Whole {
        KEPT,
        DROPPED,
        BUILT_ANEW
    }

    /** Which rows go. */
    enum Rows {
        KEPT,
        ALL,
        THAT_MEET,
        UNTOLD
    }
}
