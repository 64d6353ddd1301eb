package dev.palindrome.spi.operation;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.Index;
import dev.palindrome.spi.catalogue.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Creates an index. Its reversal drops it.
 *
 * @since 0.1
 */
@Property("Creates an index. Its reversal drops it.")
public record CreateIndex(
        @Property("the schema; by default the one in which unqualified names are found")
        Optional<String> schema,

        @Property("the table") String table,

        @Property("its name; by default made of the table and the columns")
        Optional<String> name,

        @Property(value = "its columns and expressions in order", nonEmpty = true)
        List<IndexPart> columns,

        @Property("whether no two rows may be alike in it") boolean unique,
        @Property("which rows are in it, an SQL condition") Optional<String> where,
        @Property("the index method, such as gin") Optional<String> method,

        @Property("whether it is built without blocking writers, outside a transaction, where the database can")
        boolean concurrently)
        implements TableOperation {

    /** Copies the list. */
    public CreateIndex {
        columns = List.copyOf(columns);
    }

    /**
     * The same index under a name.
     *
     * @param text its name
     * @return a copy
     */
    public CreateIndex named(String text) {
        return new CreateIndex(schema, table, Optional.of(text), columns, unique, where, method, concurrently);
    }

    /** {@return the same index, no two rows alike} */
    public CreateIndex asUnique() {
        return new CreateIndex(schema, table, name, columns, true, where, method, concurrently);
    }

    /**
     * The same index of some rows only.
     *
     * @param condition an SQL condition
     * @return a copy
     */
    public CreateIndex where(String condition) {
        return new CreateIndex(schema, table, name, columns, unique, Optional.of(condition), method, concurrently);
    }

    /** {@return the same index, built without blocking writers} */
    public CreateIndex asConcurrent() {
        return new CreateIndex(schema, table, name, columns, unique, where, method, true);
    }

    /** {@return its name, its own or the one made for it} */
    public String effectiveName() {
        return name.orElseGet(() -> Names.of(
                table, columns.stream().map(c -> c.column().orElse("expr")).toList(), "idx"));
    }

    /** {@return the columns that it names, not those in expressions} */
    private List<String> named() {
        return columns.stream().flatMap(c -> c.column().stream()).toList();
    }

    @Override
    public Reversal reversal(Dialect dialect, Catalogue before) {
        return Reversal.Derived.of(new DropIndex(schema, table, effectiveName(), concurrently));
    }

    @Override
    public Table altered(Dialect dialect, Table before) {
        List<Index> all = new ArrayList<>(before.indexes());
        all.add(new Index(effectiveName(), named(), statement(dialect), Optional.empty()));
        return before.withIndexes(all);
    }

    /**
     * Writes it in standard SQL with the extensions that most databases have.
     *
     * @param dialect the dialect of the database at hand
     * @return the statement, not concurrently
     */
    public String statement(Dialect dialect) {
        return (unique ? "CREATE UNIQUE INDEX " : "CREATE INDEX ") + dialect.name(effectiveName()) + " ON "
                + dialect.name(on()) + method.map(m -> " USING " + m).orElse("") + " ("
                + columns.stream().map(c -> c.sql(dialect)).collect(Collectors.joining(", ")) + ")"
                + where.map(condition -> " WHERE " + condition).orElse("");
    }
}
