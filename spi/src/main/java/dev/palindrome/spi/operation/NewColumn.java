package dev.palindrome.spi.operation;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.catalogue.Column;
import dev.palindrome.spi.catalogue.Constraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A column that is yet to be.
 *
 * @since 0.1
 */
@Property("a column")
public record NewColumn(
        @Property("its name") String name,

        @Property(
                "a standard SQL type, a type of the database's own, or 'identity' for a bigint that the database fills")
        String type,

        @Property(value = "whether it may be null", unlessWritten = true)
        boolean nullable,

        @Property(value = "what a row has that says nothing, an SQL expression", bare = true, name = "default")
        Optional<String> defaultExpression,

        @Property("whether the database fills it with growing numbers")
        boolean identity,

        @Property("whether it is the primary key") boolean primaryKey,

        @Property("whether no two rows may have the same value")
        boolean unique,

        @Property("what it refers to, as a foreign key") Optional<Reference> references,

        @Property(value = "a condition that its values have to meet, an SQL expression", bare = true)
        Optional<String> check,

        @Property(value = "the expression from which the database computes and stores its values", bare = true)
        Optional<String> generated,

        @Property("the name of its collation") Optional<String> collation,
        @Property("a comment that the database keeps") Optional<String> comment) {

    private static final String IDENTITY = "identity";

    /**
     * A nullable column.
     *
     * @param name its name
     * @param type its type
     * @return the column
     */
    public static NewColumn of(String name, String type) {
        return new NewColumn(
                name,
                type,
                true,
                Optional.empty(),
                false,
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** {@return the same column, never null} */
    public NewColumn notNull() {
        return new NewColumn(
                name,
                type,
                false,
                defaultExpression,
                identity,
                primaryKey,
                unique,
                references,
                check,
                generated,
                collation,
                comment);
    }

    /**
     * The same column with a default.
     *
     * @param expression an SQL expression: {@code "'anon'"}, {@code "0"}
     * @return a copy
     */
    public NewColumn defaultsTo(String expression) {
        return new NewColumn(
                name,
                type,
                nullable,
                Optional.of(expression),
                identity,
                primaryKey,
                unique,
                references,
                check,
                generated,
                collation,
                comment);
    }

    /** {@return the same column, filled by the database with growing numbers} */
    public NewColumn asIdentity() {
        return new NewColumn(
                name,
                type,
                nullable,
                defaultExpression,
                true,
                primaryKey,
                unique,
                references,
                check,
                generated,
                collation,
                comment);
    }

    /** {@return the same column as the primary key} */
    public NewColumn asPrimaryKey() {
        return new NewColumn(
                name,
                type,
                nullable,
                defaultExpression,
                identity,
                true,
                unique,
                references,
                check,
                generated,
                collation,
                comment);
    }

    /** {@return the same column, no two values alike} */
    public NewColumn asUnique() {
        return new NewColumn(
                name,
                type,
                nullable,
                defaultExpression,
                identity,
                primaryKey,
                true,
                references,
                check,
                generated,
                collation,
                comment);
    }

    /**
     * The same column as a foreign key.
     *
     * @param reference what it refers to
     * @return a copy
     */
    public NewColumn references(Reference reference) {
        return new NewColumn(
                name,
                type,
                nullable,
                defaultExpression,
                identity,
                primaryKey,
                unique,
                Optional.of(reference),
                check,
                generated,
                collation,
                comment);
    }

    /**
     * The same column as a foreign key.
     *
     * @param table the table it refers to
     * @param column the column it refers to
     * @return a copy
     */
    public NewColumn references(String table, String column) {
        return references(Reference.to(table, column));
    }

    /**
     * The same column with a condition.
     *
     * @param expression an SQL expression
     * @return a copy
     */
    public NewColumn check(String expression) {
        return new NewColumn(
                name,
                type,
                nullable,
                defaultExpression,
                identity,
                primaryKey,
                unique,
                references,
                Optional.of(expression),
                generated,
                collation,
                comment);
    }

    /**
     * The same column, computed and stored by the database.
     *
     * @param expression an SQL expression
     * @return a copy
     */
    public NewColumn generatedAs(String expression) {
        return new NewColumn(
                name,
                type,
                nullable,
                defaultExpression,
                identity,
                primaryKey,
                unique,
                references,
                check,
                Optional.of(expression),
                collation,
                comment);
    }

    /**
     * The same column with a collation.
     *
     * @param name the collation's name
     * @return a copy
     */
    public NewColumn collate(String name) {
        return new NewColumn(
                this.name,
                type,
                nullable,
                defaultExpression,
                identity,
                primaryKey,
                unique,
                references,
                check,
                generated,
                Optional.of(name),
                comment);
    }

    /**
     * The same column with a comment.
     *
     * @param text the comment
     * @return a copy
     */
    public NewColumn comment(String text) {
        return new NewColumn(
                name,
                type,
                nullable,
                defaultExpression,
                identity,
                primaryKey,
                unique,
                references,
                check,
                generated,
                collation,
                Optional.of(text));
    }

    private boolean isIdentity() {
        return identity || type.equalsIgnoreCase(IDENTITY);
    }

    Column column(Dialect dialect, boolean inPrimaryKey) {
        return new Column(
                name,
                dialect.type(type.equalsIgnoreCase(IDENTITY) ? "bigint" : type),
                nullable && !inPrimaryKey && !isIdentity(),
                defaultExpression,
                collation.map(dialect::collation),
                isIdentity()
                        ? Optional.of(dialect.identityClause())
                        : generated.map(expression -> "GENERATED ALWAYS AS (" + expression + ") STORED"),
                comment);
    }

    /** The constraints that it brings but for the primary key. */
    List<Constraint> constraints(Dialect dialect, String table) {
        List<Constraint> constraints = new ArrayList<>();
        List<String> alone = List.of(name);
        if (unique) {
            constraints.add(new Key(Optional.empty(), alone).unique(dialect, table));
        }
        references.ifPresent(
                to -> constraints.add(new ForeignKey(Optional.empty(), alone, to).constraint(dialect, table)));
        check.ifPresent(condition -> constraints.add(new Constraint(
                Names.of(table, alone, "check"),
                Constraint.Kind.CHECK,
                alone,
                "CHECK (" + condition + ")",
                Optional.empty())));
        return constraints;
    }
}
