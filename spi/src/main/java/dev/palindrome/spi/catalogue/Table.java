package dev.palindrome.spi.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A table with all that hangs on it.
 *
 * @param name its name
 * @param columns in their order
 * @param constraints its constraints
 * @param indexes the indexes that no constraint made; a database that makes no difference between a unique key and a unique
 *     index has each among both, under one name
 * @param attachments triggers and what else hangs on it
 * @param options what follows the closing parenthesis of CREATE TABLE; empty if nothing does
 * @param comment its comment
 * @param peculiarities what it has that can't be made again from this value, in words: {@code "it is partitioned"}
 * @since 0.1
 */
public record Table(
        ObjectName name,
        List<Column> columns,
        List<Constraint> constraints,
        List<Index> indexes,
        List<Attachment> attachments,
        String options,
        Optional<String> comment,
        List<String> peculiarities)
        implements SchemaObject {

    /**
     * Guards the record.
     *
     * @param name its name
     * @param columns copied
     * @param constraints copied
     * @param indexes copied
     * @param attachments copied
     * @param options what follows the columns
     * @param comment its comment
     * @param peculiarities copied
     */
    public Table {
        columns = List.copyOf(columns);
        constraints = List.copyOf(constraints);
        indexes = List.copyOf(indexes);
        attachments = List.copyOf(attachments);
        peculiarities = List.copyOf(peculiarities);
    }

    /**
     * A table of columns and constraints alone.
     *
     * @param name its name
     * @param columns in their order
     * @param constraints its constraints
     * @return the table
     */
    public static Table of(ObjectName name, List<Column> columns, List<Constraint> constraints) {
        return new Table(name, columns, constraints, List.of(), List.of(), "", Optional.empty(), List.of());
    }

    /**
     * Finds a column, by its very name or else ignoring case.
     *
     * @param column the name
     * @return the column
     */
    public Optional<Column> column(String column) {
        return found(columns, c -> c.name().equals(column), c -> c.name().equalsIgnoreCase(column));
    }

    /**
     * Finds a column that has to be there.
     *
     * @param column the name
     * @return the column
     * @throws MissingObjectException if there is no such column
     */
    public Column requireColumn(String column) {
        return column(column)
                .orElseThrow(() -> new MissingObjectException("Table '" + name + "' has no column '" + column + "'"));
    }

    /**
     * Finds a constraint, by its very name or else ignoring case.
     *
     * @param constraint the name
     * @return the constraint
     */
    public Optional<Constraint> constraint(String constraint) {
        return found(
                constraints, c -> c.name().equals(constraint), c -> c.name().equalsIgnoreCase(constraint));
    }

    /** {@return the primary key} */
    public Optional<Constraint> primaryKey() {
        return constraints.stream()
                .filter(c -> c.kind() == Constraint.Kind.PRIMARY_KEY)
                .findFirst();
    }

    /**
     * Finds an index, by its very name or else ignoring case.
     *
     * @param index the name
     * @return the index
     */
    public Optional<Index> index(String index) {
        return found(indexes, i -> i.name().equals(index), i -> i.name().equalsIgnoreCase(index));
    }

    /**
     * What a column takes along when it goes.
     *
     * @param column the column's name
     * @return a table of the same name with that column alone, and all that involves it
     */
    public Table partsOf(String column) {
        Predicate<String> is = named(column);
        return of(
                        name,
                        columns.stream().filter(c -> is.test(c.name())).toList(),
                        constraints.stream()
                                .filter(c -> involves(c.columns(), is))
                                .toList())
                .withIndexes(
                        indexes.stream().filter(i -> involves(i.columns(), is)).toList())
                .withAttachments(attachments.stream()
                        .filter(a -> involves(a.columns(), is))
                        .toList());
    }

    /**
     * This table without a column and without all that involves it.
     *
     * @param column the column's name
     * @return a copy
     */
    public Table withoutColumn(String column) {
        Predicate<String> is = named(column);
        return withColumns(columns.stream().filter(c -> !is.test(c.name())).toList())
                .withConstraints(constraints.stream()
                        .filter(c -> !involves(c.columns(), is))
                        .toList())
                .withIndexes(
                        indexes.stream().filter(i -> !involves(i.columns(), is)).toList())
                .withAttachments(attachments.stream()
                        .filter(a -> !involves(a.columns(), is))
                        .toList());
    }

    /** Where two names differ in nothing but their case, each means itself alone. */
    private Predicate<String> named(String column) {
        boolean hasTwin =
                columns.stream().filter(c -> c.name().equalsIgnoreCase(column)).count() > 1;
        return hasTwin ? column::equals : column::equalsIgnoreCase;
    }

    private static boolean involves(List<String> columns, Predicate<String> column) {
        return columns.stream().anyMatch(column);
    }

    /**
     * This table with some parts more.
     *
     * @param parts a table whose columns, constraints, indexes and attachments are added at the end
     * @return a copy
     */
    public Table with(Table parts) {
        return withColumns(joined(columns, parts.columns))
                .withConstraints(joined(constraints, parts.constraints))
                .withIndexes(joined(indexes, parts.indexes))
                .withAttachments(joined(attachments, parts.attachments));
    }

    /**
     * This table with changed columns.
     *
     * @param change what becomes of each column
     * @return a copy
     */
    public Table mapColumns(UnaryOperator<Column> change) {
        return withColumns(columns.stream().map(change).toList());
    }

    /**
     * This table with other columns.
     *
     * @param others all columns in their order
     * @return a copy
     */
    public Table withColumns(List<Column> others) {
        return new Table(name, others, constraints, indexes, attachments, options, comment, peculiarities);
    }

    /**
     * This table with other constraints.
     *
     * @param others all constraints
     * @return a copy
     */
    public Table withConstraints(List<Constraint> others) {
        return new Table(name, columns, others, indexes, attachments, options, comment, peculiarities);
    }

    /**
     * This table with other indexes.
     *
     * @param others all indexes
     * @return a copy
     */
    public Table withIndexes(List<Index> others) {
        return new Table(name, columns, constraints, others, attachments, options, comment, peculiarities);
    }

    /**
     * This table with other attachments.
     *
     * @param others all attachments
     * @return a copy
     */
    public Table withAttachments(List<Attachment> others) {
        return new Table(name, columns, constraints, indexes, others, options, comment, peculiarities);
    }

    /**
     * This table with other options.
     *
     * @param text what follows the closing parenthesis of CREATE TABLE
     * @return a copy
     */
    public Table withOptions(String text) {
        return new Table(name, columns, constraints, indexes, attachments, text, comment, peculiarities);
    }

    /**
     * This table with another comment.
     *
     * @param text the comment; empty takes it away
     * @return a copy
     */
    public Table commented(Optional<String> text) {
        return new Table(name, columns, constraints, indexes, attachments, options, text, peculiarities);
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static <T> Optional<T> found(List<T> all, Predicate<T> exactly, Predicate<T> roughly) {
        return all.stream()
                .filter(exactly)
                .findFirst()
                .or(() -> all.stream().filter(roughly).findFirst());
    }
}
