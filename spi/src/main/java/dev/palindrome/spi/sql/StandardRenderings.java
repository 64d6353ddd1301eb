package dev.palindrome.spi.sql;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.catalogue.Attachment;
import dev.palindrome.spi.catalogue.Column;
import dev.palindrome.spi.catalogue.Constraint;
import dev.palindrome.spi.catalogue.Index;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.Table;
import dev.palindrome.spi.operation.ChangeColumn;
import dev.palindrome.spi.operation.Comment;
import dev.palindrome.spi.operation.CreateIndex;
import dev.palindrome.spi.operation.CreateSchema;
import dev.palindrome.spi.operation.CreateSequence;
import dev.palindrome.spi.operation.CreateView;
import dev.palindrome.spi.operation.DropColumn;
import dev.palindrome.spi.operation.DropConstraint;
import dev.palindrome.spi.operation.DropIndex;
import dev.palindrome.spi.operation.DropSchema;
import dev.palindrome.spi.operation.DropSequence;
import dev.palindrome.spi.operation.DropTable;
import dev.palindrome.spi.operation.DropView;
import dev.palindrome.spi.operation.MakeColumn;
import dev.palindrome.spi.operation.MakeConstraint;
import dev.palindrome.spi.operation.MakeIndex;
import dev.palindrome.spi.operation.MakeSequence;
import dev.palindrome.spi.operation.MakeTable;
import dev.palindrome.spi.operation.MakeView;
import dev.palindrome.spi.operation.MoveTable;
import dev.palindrome.spi.operation.RedefineColumn;
import dev.palindrome.spi.operation.RenameColumn;
import dev.palindrome.spi.operation.RenameTable;
import dev.palindrome.spi.operation.ReplaceView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Typed operations in the SQL that standard and custom have in common. A dialect overrides in {@link Renderings} what its
 * database does otherwise.
 *
 * @since 0.1
 */
public final class StandardRenderings {
    private final Dialect dialect;

    private StandardRenderings(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * The renderings in a dialect's names and types.
     *
     * @param dialect the dialect
     * @return all renderings but those of enum types
     */
    public static Renderings of(Dialect dialect) {
        StandardRenderings standard = new StandardRenderings(dialect);
        return Renderings.none()
                .with(MakeTable.class, (op, before) -> standard.make(op.made()))
                .with(DropTable.class, (op, before) -> one("DROP TABLE " + dialect.name(op.on())))
                .with(
                        RenameTable.class,
                        (op, before) -> one(standard.alter(op.on()) + " RENAME TO " + dialect.name(op.to())))
                .with(
                        MoveTable.class,
                        (op, before) -> one(standard.alter(new ObjectName(Optional.of(op.schema()), op.table()))
                                + " SET SCHEMA " + dialect.name(op.to())))
                .with(MakeColumn.class, (op, before) -> standard.make(op))
                .with(
                        DropColumn.class,
                        (op, before) -> one(standard.alter(op.on()) + " DROP COLUMN " + dialect.name(op.column())))
                .with(
                        RenameColumn.class,
                        (op, before) -> one(standard.alter(op.on()) + " RENAME COLUMN " + dialect.name(op.column())
                                + " TO " + dialect.name(op.to())))
                .with(ChangeColumn.class, (op, before) -> standard.change(op))
                .with(RedefineColumn.class, (op, before) -> standard.redefine(op))
                .with(MakeConstraint.class, (op, before) -> standard.make(op.on(), op.constraint()))
                .with(
                        DropConstraint.class,
                        (op, before) -> one(standard.alter(op.on()) + " DROP CONSTRAINT "
                                + dialect.name(
                                        op.name().isEmpty()
                                                ? op.dropped(before.table(op.on()))
                                                        .name()
                                                : op.name())))
                .with(CreateIndex.class, (op, before) -> one(op.statement(dialect)))
                .with(MakeIndex.class, (op, before) -> standard.all(standard.index(op.on(), op.index()), List.of()))
                .with(
                        DropIndex.class,
                        (op, before) -> one("DROP INDEX " + dialect.name(op.on().sibling(op.name()))))
                .with(CreateView.class, (op, before) -> one(op.statement(dialect)))
                .with(
                        ReplaceView.class,
                        (op, before) -> one("CREATE OR REPLACE VIEW " + dialect.name(op.on()) + " AS " + op.query()))
                .with(DropView.class, (op, before) -> one("DROP VIEW " + dialect.name(op.on())))
                .with(MakeView.class, (op, before) -> standard.make(op))
                .with(CreateSequence.class, (op, before) -> one(op.statement(dialect)))
                .with(MakeSequence.class, (op, before) -> standard.make(op))
                .with(DropSequence.class, (op, before) -> one("DROP SEQUENCE " + dialect.name(op.on())))
                .with(CreateSchema.class, (op, before) -> one("CREATE SCHEMA " + dialect.name(op.schema())))
                .with(DropSchema.class, (op, before) -> one("DROP SCHEMA " + dialect.name(op.schema())))
                .with(
                        Comment.class,
                        (op, before) -> one(op.column()
                                .map(column -> standard.comment(
                                        "COLUMN", dialect.name(op.on()) + "." + dialect.name(column), op.comment()))
                                .orElseGet(() -> standard.comment("TABLE", dialect.name(op.on()), op.comment()))));
    }

    private static List<Statement> one(String sql) {
        return List.of(Statement.of(sql));
    }

    private List<Statement> all(List<String> statements, List<Attachment> attachments) {
        return Stream.concat(statements.stream(), attachments.stream().map(Attachment::definition))
                .map(sql -> Statement.of(sql))
                .toList();
    }

    private String alter(ObjectName table) {
        return "ALTER TABLE " + dialect.name(table);
    }

    private String comment(String kind, String name, Optional<String> text) {
        return "COMMENT ON " + kind + " " + name + " IS "
                + text.map(dialect::literal).orElse("NULL");
    }

    private List<Statement> make(Table table) {
        String name = dialect.name(table.name());
        List<String> sql = new ArrayList<>();
        sql.add("CREATE TABLE " + name + " (\n  "
                + Stream.concat(
                                table.columns().stream().map(c -> column(dialect, c)),
                                table.constraints().stream().map(c -> constraint(dialect, c)))
                        .collect(Collectors.joining(",\n  "))
                + "\n)" + (table.options().isEmpty() ? "" : " " + table.options()));
        table.comment().ifPresent(text -> sql.add(comment("TABLE", name, table.comment())));
        table.columns().stream()
                .filter(c -> c.comment().isPresent())
                .forEach(c -> sql.add(comment("COLUMN", name + "." + dialect.name(c.name()), c.comment())));
        constraintComments(table.name(), table.constraints(), sql);
        indexes(table, sql);
        return all(sql, table.attachments());
    }

    private void indexes(Table table, List<String> sql) {
        table.indexes().forEach(index -> sql.addAll(index(table.name(), index)));
    }

    private List<String> index(ObjectName table, Index index) {
        List<String> sql = new ArrayList<>();
        sql.add(index.definition());
        index.comment()
                .ifPresent(
                        text -> sql.add(comment("INDEX", dialect.name(table.sibling(index.name())), index.comment())));
        return sql;
    }

    private void constraintComments(ObjectName table, List<Constraint> constraints, List<String> sql) {
        constraints.stream()
                .filter(c -> c.comment().isPresent())
                .forEach(c -> sql.add(
                        comment("CONSTRAINT", dialect.name(c.name()) + " ON " + dialect.name(table), c.comment())));
    }

    private List<Statement> make(MakeColumn op) {
        Column column = op.column();
        boolean filling = op.fill().isPresent() && !column.isFilled();
        String columnName = dialect.name(column.name());
        List<String> sql = new ArrayList<>();
        sql.add(alter(op.on()) + " ADD COLUMN " + column(dialect, filling ? column.nullable(true) : column));
        if (filling) {
            sql.add("UPDATE " + dialect.name(op.on()) + " SET " + columnName + " = "
                    + op.fill().get());
            sql.add(alter(op.on()) + " ALTER COLUMN " + columnName + " SET NOT NULL");
        }
        column.comment()
                .ifPresent(
                        text -> sql.add(comment("COLUMN", dialect.name(op.on()) + "." + columnName, column.comment())));
        op.parts().constraints().forEach(c -> sql.add(alter(op.on()) + " ADD " + constraint(dialect, c)));
        constraintComments(op.on(), op.parts().constraints(), sql);
        indexes(op.parts(), sql);
        return all(sql, op.parts().attachments());
    }

    private List<Statement> make(ObjectName table, Constraint made) {
        List<String> sql = new ArrayList<>();
        sql.add(alter(table) + " ADD " + constraint(dialect, made));
        constraintComments(table, List.of(made), sql);
        return all(sql, List.of());
    }

    private List<Statement> make(MakeView op) {
        String name = dialect.name(op.made().name());
        List<String> sql = new ArrayList<>();
        if (op.replacing()) {
            sql.add("DROP VIEW " + name);
        }
        sql.add(op.made().definition());
        op.made()
                .comment()
                .ifPresent(text -> sql.add(comment("VIEW", name, op.made().comment())));
        return all(sql, op.made().attachments());
    }

    private List<Statement> make(MakeSequence op) {
        List<String> sql = new ArrayList<>();
        sql.add(op.made().definition());
        op.made()
                .comment()
                .ifPresent(text -> sql.add(comment(
                        "SEQUENCE", dialect.name(op.made().name()), op.made().comment())));
        return all(sql, op.made().attachments());
    }

    private List<Statement> change(ChangeColumn op) {
        String column = alter(op.on()) + " ALTER COLUMN " + dialect.name(op.column());
        List<String> sql = new ArrayList<>();
        if (op.type().isPresent() && (op.dropDefault() || op.defaultExpression().isPresent())) {
            sql.add(column + " DROP DEFAULT"); // the old one may not fit the new type
        }
        op.type()
                .ifPresent(type -> sql.add(column + " SET DATA TYPE " + dialect.type(type)
                        + op.using().map(expression -> " USING " + expression).orElse("")));
        op.defaultExpression().ifPresent(expression -> sql.add(column + " SET DEFAULT " + expression));
        if (op.dropDefault() && op.type().isEmpty()) {
            sql.add(column + " DROP DEFAULT");
        }
        op.nullable().ifPresent(nullable -> sql.add(column + (nullable ? " DROP NOT NULL" : " SET NOT NULL")));
        return all(sql, List.of());
    }

    private List<Statement> redefine(RedefineColumn op) {
        Column former = op.column();
        String column = alter(op.on()) + " ALTER COLUMN " + dialect.name(former.name());
        List<String> sql = new ArrayList<>();
        boolean computed = former.generated().isPresent();
        if (!computed) {
            sql.add(column + " DROP DEFAULT");
        }
        sql.add(column + " SET DATA TYPE " + former.type()
                + former.collation().map(c -> " COLLATE " + c).orElse("")
                + op.using().map(expression -> " USING " + expression).orElse(""));
        if (!computed) {
            former.defaultExpression().ifPresent(expression -> sql.add(column + " SET DEFAULT " + expression));
        }
        sql.add(column + (former.nullable() ? " DROP NOT NULL" : " SET NOT NULL"));
        return all(sql, List.of());
    }

    /**
     * Writes a column as CREATE TABLE and ADD COLUMN have it.
     *
     * @param dialect the dialect
     * @param column the column
     * @return its name, type and clauses
     */
    public static String column(Dialect dialect, Column column) {
        return dialect.name(column.name()) + " " + column.type()
                + column.collation().map(c -> " COLLATE " + c).orElse("")
                + column.generated().map(g -> " " + g).orElse("")
                + column.defaultExpression().map(d -> " DEFAULT " + d).orElse("")
                + (column.nullable() ? "" : " NOT NULL");
    }

    /**
     * Writes a constraint as CREATE TABLE and ADD have it.
     *
     * @param dialect the dialect
     * @param constraint the constraint
     * @return its name, if it has one, and definition
     */
    public static String constraint(Dialect dialect, Constraint constraint) {
        return (constraint.name().isEmpty() ? "" : "CONSTRAINT " + dialect.name(constraint.name()) + " ")
                + constraint.definition();
    }
}
