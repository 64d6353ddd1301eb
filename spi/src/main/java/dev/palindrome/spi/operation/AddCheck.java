package dev.palindrome.spi.operation;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.Column;
import dev.palindrome.spi.catalogue.Constraint;
import dev.palindrome.spi.catalogue.Table;
import java.util.List;
import java.util.Optional;

/**
 * Adds a check to a table. Its reversal drops it.
 *
 * @since 0.1
 */
@Property("Adds a check to a table. Its reversal drops it.")
public record AddCheck(
        @Property("the schema; by default the one in which unqualified names are found")
        Optional<String> schema,

        @Property("the table") String table,
        @Property("its name, by which it can be dropped") String name,

        @Property(value = "the condition, an SQL expression", bare = true)
        String expression)
        implements TableOperation {

    private Constraint made(List<String> columns) {
        return new Check(Optional.of(name), expression).constraint(table, 1, columns);
    }

    @Override
    public List<Instruction> compile(Dialect dialect, Catalogue before) {
        return new MakeConstraint(on(), made(List.of())).compile(dialect, before);
    }

    @Override
    public Reversal reversal(Dialect dialect, Catalogue before) {
        return Reversal.Derived.of(new DropConstraint(on(), name, Constraint.Kind.CHECK));
    }

    @Override
    public Table altered(Dialect dialect, Table before) {
        List<String> columns = before.columns().stream().map(Column::name).toList();
        return new MakeConstraint(on(), made(columns)).altered(dialect, before);
    }
}
