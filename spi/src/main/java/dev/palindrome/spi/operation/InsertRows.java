package dev.palindrome.spi.operation;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.Constraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Inserts rows. Its reversal deletes them by their key.
 *
 * @since 0.1
 */
@Property("Inserts rows. Its reversal deletes them by their key.")
public record InsertRows(
        @Property("the schema; by default the one in which unqualified names are found")
        Optional<String> schema,

        @Property("the table") String table,

        @Property(
                value = "the rows: texts, numbers, truth values, nulls, or {sql: expression}, by column",
                nonEmpty = true)
        List<Map<String, @Nullable Object>> rows,

        @Property("the columns by which the rows are found again; by default the primary key")
        List<String> key)
        implements SchemaOperation, OnTable {

    /** Copies the lists. */
    public InsertRows {
        rows = Rows.copies(rows);
        key = List.copyOf(key);
    }

    @Override
    public List<Instruction> compile(Dialect dialect, Catalogue before) {
        return new Rows(dialect, on(), before).insert(rows);
    }

    @Override
    public Reversal reversal(Dialect dialect, Catalogue before) {
        List<String> columns = key.isEmpty()
                ? before.table(on()).primaryKey().map(Constraint::columns).orElse(List.of())
                : key;
        List<Map<String, @Nullable Object>> found = new ArrayList<>();
        for (Map<String, @Nullable Object> row : rows) {
            Map<String, @Nullable Object> values = Rows.project(row, columns);
            if (columns.isEmpty() || values.size() < columns.size()) {
                return new Reversal.Absent("the rows for table '" + on()
                        + "' don't say the columns of a key by which to find them again; name some with 'key'");
            }
            if (values.values().stream().anyMatch(Expression.class::isInstance)) {
                return new Reversal.Absent("the rows for table '" + on()
                        + "' have a computed value in the key by which to find them again, and it may be another one by"
                        + " then; write the value out, or name other columns with 'key'");
            }
            found.add(values);
        }
        return Reversal.Derived.of(new RemoveRows(on(), found));
    }

    /** Rows are nothing that a catalogue knows. */
    @Override
    public void foresee(Dialect dialect, Catalogue catalogue) {
        catalogue.table(on());
    }
}
