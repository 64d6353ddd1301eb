package dev.palindrome.domain.result;

import dev.palindrome.domain.result.Stakes.LostColumn;
import dev.palindrome.domain.result.Stakes.LostRows;
import dev.palindrome.domain.result.Stakes.LostTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** Says what is at stake. */
final class StakesWording {
    private static final int MOST_LISTED = 20;

    private final Stakes stakes;

    StakesWording(Stakes stakes) {
        this.stakes = stakes;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        List<String> details = details();
        if (!details.isEmpty()) {
            lines.add("This takes away " + summary() + ":");
            details.stream().limit(MOST_LISTED).forEach(detail -> lines.add("  " + detail));
            if (details.size() > MOST_LISTED) {
                lines.add("  … and " + (details.size() - MOST_LISTED) + " more");
            }
        }
        if (!stakes.uncounted().isEmpty()) {
            lines.add("What can't be counted:");
            stakes.uncounted().stream().limit(MOST_LISTED).forEach(sentence -> lines.add("  " + sentence));
        }
        return lines;
    }

    /** "2 tables and 1 column with 1,204 rows", "3 rows". */
    private String summary() {
        List<String> things = new ArrayList<>();
        if (!stakes.tables().isEmpty()) {
            things.add(counted(stakes.tables().size(), "table"));
        }
        if (!stakes.columns().isEmpty()) {
            things.add(counted(stakes.columns().size(), "column"));
        }
        String rows = (isWhole() ? "" : "at least ") + counted(stakes.totalRows(), "row");
        return things.isEmpty() ? rows : String.join(" and ", things) + " with " + rows;
    }

    private boolean isWhole() {
        return stakes.tables().stream().allMatch(table -> table.rows().isPresent())
                && stakes.columns().stream().allMatch(column -> column.rows().isPresent())
                && stakes.rows().stream().allMatch(rows -> rows.rows().isPresent());
    }

    private List<String> details() {
        List<String> details = new ArrayList<>();
        for (LostTable table : stakes.tables()) {
            details.add("table " + table.name() + ": " + counted(table.rows(), "row"));
        }
        for (LostColumn column : stakes.columns()) {
            details.add("column " + column.table() + "." + column.name() + ": "
                    + (column.rows().isPresent()
                            ? "a value in " + counted(column.rows(), "row")
                            : counted(column.rows(), "row")));
        }
        for (LostRows rows : stakes.rows()) {
            details.add(of(rows));
        }
        return details;
    }

    private static String of(LostRows rows) {
        String some = rows.rows().isPresent() ? number(rows.rows().getAsLong()) : "some";
        return "rows of " + rows.table() + ": " + some
                + (rows.of().isPresent() ? " of " + number(rows.of().getAsLong()) : "");
    }

    private static String counted(OptionalLong count, String thing) {
        return count.isPresent() ? counted(count.getAsLong(), thing) : thing + "s not counted";
    }

    private static String counted(long count, String thing) {
        return number(count) + " " + thing + (count == 1 ? "" : "s");
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
