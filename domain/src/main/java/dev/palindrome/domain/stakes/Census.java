package dev.palindrome.domain.stakes;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Row;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementException;
import dev.palindrome.spi.StatementRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Counts the rows of a table that loses something, by one query. */
final class Census {
    private final Dialect dialect;
    private final StatementRunner database;

    Census(Dialect dialect, StatementRunner database) {
        this.dialect = dialect;
        this.database = database;
    }

    Answer count(Loss loss) {
        try {
            List<Row> rows = database.query(Statement.of(query(loss)));
            boolean isCount = !rows.isEmpty() && rows.get(0).columns().stream().anyMatch("n"::equalsIgnoreCase);
            return isCount
                    ? new Answer(loss, Optional.of(rows.get(0)), Optional.empty())
                    : new Answer(loss, Optional.empty(), Optional.of("the database answers no SQL"));
        } catch (StatementException e) {
            return new Answer(loss, Optional.empty(), Optional.of(String.valueOf(e.getMessage())));
        }
    }

    private String query(Loss loss) {
        List<String> counts = new ArrayList<>(List.of("COUNT(*) AS n"));
        List<String> lost = new ArrayList<>();
        for (int i = 0; i < loss.columns().size(); i++) {
            String column = dialect.name(loss.columns().get(i).name());
            counts.add("COUNT(" + column + ") AS c" + i);
            lost.add(column + " IS NOT NULL");
        }
        if (loss.rows() == Loss.Rows.THAT_MEET) {
            counts.add(sum(loss.condition(), "deleted_rows"));
            lost.add(loss.condition());
        }
        if (!lost.isEmpty()) {
            counts.add(sum(String.join(" OR ", lost), "lost_rows"));
        }
        return "SELECT " + String.join(", ", counts) + " FROM "
                + dialect.name(loss.table().name());
    }

    private static String sum(String condition, String name) {
        return "SUM(CASE WHEN " + condition + " THEN 1 ELSE 0 END) AS " + name;
    }

    /** What was counted, if it could be. */
    record Answer(Loss loss, Optional<Row> row, Optional<String> failure) {
        /** {@return how many rows there are} */
        OptionalLong rows() {
            return number("n");
        }

        /** {@return how many rows have a value in one of the columns} */
        OptionalLong values(int column) {
            return number("c" + column);
        }

        /** {@return how many rows are deleted} */
        OptionalLong deleted() {
            return switch (loss.rows()) {
                case KEPT -> OptionalLong.of(0);
                case ALL -> rows();
                case THAT_MEET -> number("deleted_rows");
                case UNTOLD -> OptionalLong.empty();
            };
        }

        /** {@return how many rows lose something, as far as was counted} */
        long lost() {
            boolean isWhole = loss.isDropped() || loss.rows() == Loss.Rows.ALL;
            boolean isAsked = !loss.columns().isEmpty() || loss.rows() == Loss.Rows.THAT_MEET;
            return (isWhole ? rows() : isAsked ? number("lost_rows") : OptionalLong.empty()).orElse(0);
        }

        /** A sum over no rows is null. */
        private OptionalLong number(String column) {
            return row.isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(row.get().number(column).orElse(0));
        }
    }
}
