package dev.palindrome.spi.operation;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.Constraint;
import dev.palindrome.spi.catalogue.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Creates a table. Its reversal drops it.
 *
 * @since 0.1
 */
@Property("Creates a table. Its reversal drops it.")
public record CreateTable(
        @Property("the schema; by default the one in which unqualified names are found")
        Optional<String> schema,

        @Property("the table") String table,

        @Property(value = "its columns in order", nonEmpty = true)
        List<NewColumn> columns,

        @Property("its primary key, where that is more than one column or has a name")
        Optional<Key> primaryKey,

        @Property("its unique keys") List<Key> unique,
        @Property("its foreign keys") List<ForeignKey> foreignKeys,
        @Property("its checks") List<Check> checks,
        @Property("a comment that the database keeps") Optional<String> comment)
        implements SchemaOperation, OnTable {

    /** Copies the lists. */
    public CreateTable {
        columns = List.copyOf(columns);
        unique = List.copyOf(unique);
        foreignKeys = List.copyOf(foreignKeys);
        checks = List.copyOf(checks);
    }

    /**
     * The same table with a primary key of several columns.
     *
     * @param names the columns
     * @return a copy
     */
    public CreateTable primaryKey(String... names) {
        return new CreateTable(
                schema, table, columns, Optional.of(Key.of(names)), unique, foreignKeys, checks, comment);
    }

    /**
     * The same table with a unique key more.
     *
     * @param names the columns
     * @return a copy
     */
    public CreateTable unique(String... names) {
        List<Key> all = new ArrayList<>(unique);
        all.add(Key.of(names));
        return new CreateTable(schema, table, columns, primaryKey, all, foreignKeys, checks, comment);
    }

    /**
     * The same table with a foreign key more.
     *
     * @param names the columns
     * @param references what they refer to
     * @return a copy
     */
    public CreateTable foreignKey(List<String> names, Reference references) {
        List<ForeignKey> all = new ArrayList<>(foreignKeys);
        all.add(new ForeignKey(Optional.empty(), names, references));
        return new CreateTable(schema, table, columns, primaryKey, unique, all, checks, comment);
    }

    /**
     * The same table with a check more.
     *
     * @param expression an SQL expression
     * @return a copy
     */
    public CreateTable check(String expression) {
        List<Check> all = new ArrayList<>(checks);
        all.add(new Check(Optional.empty(), expression));
        return new CreateTable(schema, table, columns, primaryKey, unique, foreignKeys, all, comment);
    }

    /**
     * The same table with a comment.
     *
     * @param text the comment
     * @return a copy
     */
    public CreateTable comment(String text) {
        return new CreateTable(schema, table, columns, primaryKey, unique, foreignKeys, checks, Optional.of(text));
    }

    /**
     * The same table in a schema.
     *
     * @param name the schema
     * @return a copy
     */
    public CreateTable in(String name) {
        return new CreateTable(Optional.of(name), table, columns, primaryKey, unique, foreignKeys, checks, comment);
    }

    /**
     * The table that it makes.
     *
     * @param dialect the dialect of the database at hand
     * @return the table
     */
    public Table made(Dialect dialect) {
        Optional<Key> key = primaryKey.or(() -> Optional.of(columns.stream()
                        .filter(NewColumn::primaryKey)
                        .map(NewColumn::name)
                        .toList())
                .filter(names -> !names.isEmpty())
                .map(names -> new Key(Optional.empty(), names)));
        List<String> names = columns.stream().map(NewColumn::name).toList();
        List<String> keyed = key.map(Key::columns).orElse(List.of());
        List<Constraint> constraints = new ArrayList<>();
        key.ifPresent(k -> constraints.add(k.primary(dialect, table)));
        columns.forEach(column -> constraints.addAll(column.constraints(dialect, table)));
        unique.forEach(k -> constraints.add(k.unique(dialect, table)));
        foreignKeys.forEach(k -> constraints.add(k.constraint(dialect, table)));
        for (int i = 0; i < checks.size(); i++) {
            constraints.add(checks.get(i).constraint(table, i + 1, names));
        }
        return Table.of(
                        on(),
                        columns.stream()
                                .map(column -> column.column(
                                        dialect, keyed.stream().anyMatch(column.name()::equalsIgnoreCase)))
                                .toList(),
                        constraints)
                .commented(comment);
    }

    @Override
    public List<Instruction> compile(Dialect dialect, Catalogue before) {
        return new MakeTable(made(dialect)).compile(dialect, before);
    }

    @Override
    public Reversal reversal(Dialect dialect, Catalogue before) {
        return Reversal.Derived.of(new DropTable(schema, table));
    }

    @Override
    public void foresee(Dialect dialect, Catalogue catalogue) {
        catalogue.put(made(dialect));
    }
}
