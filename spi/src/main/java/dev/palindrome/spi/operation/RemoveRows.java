package dev.palindrome.spi.operation;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.ObjectName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Deletes rows by their key, the last one first. What takes back inserted ones.
 *
 * @since 0.1
 */
public record RemoveRows(ObjectName on, List<Map<String, @Nullable Object>> keys) implements SchemaOperation {

    /** Copies the list. */
    public RemoveRows {
        keys = Rows.copies(keys);
    }

    @Override
    public List<Instruction> compile(Dialect dialect, Catalogue before) {
        Rows rows = new Rows(dialect, on, before);
        List<Instruction> statements = new ArrayList<>();
        keys.forEach(key ->
                statements.add(Statement.of("DELETE FROM " + dialect.name(on) + " WHERE " + rows.condition(key))));
        Collections.reverse(statements);
        return statements;
    }

    /** Rows are nothing that a catalogue knows. */
    @Override
    public void foresee(Dialect dialect, Catalogue catalogue) {
        catalogue.table(on);
    }
}
