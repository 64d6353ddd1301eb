package dev.palindrome.domain.stakes;

import dev.palindrome.domain.app.Apps;
import dev.palindrome.domain.plan.Ground;
import dev.palindrome.domain.plan.Plan;
import dev.palindrome.domain.result.Stakes;
import dev.palindrome.domain.result.Stakes.LostColumn;
import dev.palindrome.domain.result.Stakes.LostRows;
import dev.palindrome.domain.result.Stakes.LostTable;
import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.SchemaInspector;
import dev.palindrome.spi.StatementException;
import dev.palindrome.spi.StatementRunner;
import dev.palindrome.spi.catalogue.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Counts what a plan puts at stake. It reads and writes nothing: the tables once, if any step takes something away, then for
 * each table that loses something one {@code SELECT COUNT(*)}, which reads the whole table and takes as long as that does;
 * it also counts the values in columns that go, and the rows that a DELETE means.
 *
 * <p>At stake is what is there now. Whether a table is made and dropped within the plan, or renamed before it is dropped, is
 * followed; what earlier steps do to rows is not.
 */
public final class Reckoning {
    private static final int LONGEST_TEXT = 120;

    private final StepChanges changes;
    private final LiveTables live;
    private final Census census;

    private final List<LostTable> tables = new ArrayList<>();
    private final List<LostColumn> columns = new ArrayList<>();
    private final List<LostRows> rows = new ArrayList<>();
    private final List<String> uncounted = new ArrayList<>();
    private long total;

    private Reckoning(StepChanges changes, LiveTables live, Census census) {
        this.changes = changes;
        this.live = live;
        this.census = census;
    }

    /**
     * Counts.
     *
     * @param apps where the plan's migrations come from
     * @param ground what the plan was made on
     * @param database the database, with its inspector
     * @return what the plan puts at stake
     */
    public static Stakes of(Plan plan, Apps apps, Ground ground, SchemaInspector inspector, StatementRunner database) {
        Dialect dialect = ground.adapter().dialect();
        return new Reckoning(
                        new StepChanges(apps, ground.seal(), dialect),
                        new LiveTables(inspector, database),
                        new Census(dialect, database))
                .of(plan);
    }

    private Stakes of(Plan plan) {
        Ledger ledger = new Ledger(live);
        try {
            plan.steps().stream().flatMap(changes::of).forEach(ledger::add);
        } catch (StatementException e) {
            uncounted.add("Which tables there are could not be read: " + e.getMessage());
        }
        ledger.losses().forEach(this::count);
        ledger.unclear()
                .forEach(text -> uncounted.add("What this does can't be told from its words: " + shortened(text)));
        return new Stakes(tables, columns, rows, total, uncounted);
    }

    private void count(Loss loss) {
        Census.Answer answer = census.count(loss);
        String table = loss.table().name().toString();
        answer.failure().ifPresent(why -> uncounted.add("The rows of '" + table + "' could not be counted: " + why));
        total += answer.lost();
        if (loss.isDropped()) {
            tables.add(new LostTable(table, answer.rows()));
            return;
        }
        if (loss.isBuiltAnew()) {
            uncounted.add("The table '" + table
                    + "' is built anew; whether all its columns and rows are kept can't be told.");
        }
        List<Column> dropped = loss.columns();
        for (int i = 0; i < dropped.size(); i++) {
            columns.add(new LostColumn(table, dropped.get(i).name(), answer.values(i)));
        }
        if (loss.rows() != Loss.Rows.KEPT && !answer.deleted().equals(OptionalLong.of(0))) {
            rows.add(new LostRows(table, answer.deleted(), answer.rows()));
            live.cascading(loss.table())
                    .forEach(other -> uncounted.add("Rows of '" + other.name() + "' that point at deleted rows of '"
                            + table + "' are deleted with them."));
        }
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_TEXT ? line : line.substring(0, LONGEST_TEXT) + "…";
    }
}
