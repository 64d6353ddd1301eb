package dev.palindrome.spi.operation;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.Constraint;
import dev.palindrome.spi.catalogue.Table;
import java.util.List;
import java.util.Optional;

/**
 * Adds a foreign key to a table. Its reversal drops it.
 *
 * @since 0.1
 */
@Property("Adds a foreign key to a table. Its reversal drops it.")
public record AddForeignKey(
        @Property("the schema; by default the one in which unqualified names are found")
        Optional<String> schema,

        @Property("the table") String table,

        @Property("its name; by default made of the table and the columns")
        Optional<String> name,

        @Property(value = "its columns in order", nonEmpty = true)
        List<String> columns,

        @Property("what it refers to") Reference references)
        implements TableOperation {
    /** Copies the lists. */
    public AddForeignKey {
        columns = List.copyOf(columns);
    }

    private Constraint made(Dialect dialect) {
        return new ForeignKey(name, columns, references).constraint(dialect, table);
    }

    @Override
    public List<Instruction> compile(Dialect dialect, Catalogue before) {
        return new MakeConstraint(on(), made(dialect)).compile(dialect, before);
    }

    @Override
    public Reversal reversal(Dialect dialect, Catalogue before) {
        return Reversal.Derived.of(
                new DropConstraint(on(), made(dialect).name(), made(dialect).kind()));
    }

    @Override
    public Table altered(Dialect dialect, Table before) {
        return new MakeConstraint(on(), made(dialect)).altered(dialect, before);
    }
}
