package com.example.hsqldb;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.Column;
import dev.palindrome.spi.catalogue.Constraint;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.Table;
import dev.palindrome.spi.operation.ChangeColumn;
import dev.palindrome.spi.operation.Comment;
import dev.palindrome.spi.operation.CreateIndex;
import dev.palindrome.spi.operation.DropColumn;
import dev.palindrome.spi.operation.MakeColumn;
import dev.palindrome.spi.operation.MakeConstraint;
import dev.palindrome.spi.operation.MakeTable;
import dev.palindrome.spi.operation.MoveTable;
import dev.palindrome.spi.operation.RedefineColumn;
import dev.palindrome.spi.operation.RenameColumn;
import dev.palindrome.spi.operation.RenameTable;
import dev.palindrome.spi.operation.ReplaceView;
import dev.palindrome.spi.sql.Renderings;
import dev.palindrome.spi.sql.StandardRenderings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What HSQLDB does otherwise than the standard. */
final class HsqldbRenderings {
    private final Dialect dialect;
    private final Renderings standard;

    private HsqldbRenderings(Dialect dialect) {
        this.dialect = dialect;
        this.standard = StandardRenderings.of(dialect);
    }

    static Renderings of(Dialect dialect) {
        HsqldbRenderings hsqldb = new HsqldbRenderings(dialect);
        return hsqldb.standard
                .without(MoveTable.class)
                .with(MakeTable.class, hsqldb::makeTable)
                .with(MakeColumn.class, hsqldb::makeColumn)
                .with(DropColumn.class, hsqldb::dropColumn)
                .with(RenameTable.class, hsqldb::renameTable)
                .with(RenameColumn.class, hsqldb::renameColumn)
                .with(ChangeColumn.class, hsqldb::changeColumn)
                .with(MakeConstraint.class, hsqldb::makeConstraint)
                .with(RedefineColumn.class, (op, before) -> hsqldb.change(before.table(op.on()), op.column()))
                .with(CreateIndex.class, hsqldb::createIndex)
                .with(
                        ReplaceView.class,
                        (op, before) ->
                                List.of(Statement.of("ALTER VIEW " + dialect.name(op.on()) + " AS " + op.query())))
                .with(Comment.class, hsqldb::comment);
    }

    private Statement alter(ObjectName table, String column, String change) {
        return Statement.of("ALTER TABLE " + dialect.name(table) + " ALTER COLUMN " + dialect.name(column) + change);
    }

    private List<Statement> makeTable(MakeTable op, Catalogue before) {
        refuseTwins(op.made());
        return standard.render(new MakeTable(op.made().mapColumns(HsqldbRenderings::virtual)), before);
    }

    private List<Statement> makeConstraint(MakeConstraint op, Catalogue before) {
        refuseTwins(before.table(op.on()).with(Table.of(op.on(), List.of(), List.of(op.constraint()))));
        return standard.render(op, before);
    }

    private static void refuseTwins(Table table) {
        Set<Set<String>> keys = new HashSet<>();
        for (Constraint key :
                table.constraints().stream().filter(Constraint::isKey).toList()) {
            if (!keys.add(Set.copyOf(key.columns()))) {
                throw refused("The key '" + key.name() + "' of table '" + table.name()
                        + "' can't be made: HSQLDB allows one for the same columns.");
            }
        }
    }

    /** A column comes back in its former place. */
    private List<Statement> makeColumn(MakeColumn op, Catalogue before) {
        List<Statement> statements = new ArrayList<>(standard.render(
                new MakeColumn(op.parts().mapColumns(HsqldbRenderings::virtual), op.order(), op.fill()), before));
        Optional<String> follower = op.order().stream()
                .skip(op.order().indexOf(op.column().name()) + 1L)
                .filter(name -> op.order().contains(op.column().name())
                        && before.table(op.on()).column(name).isPresent())
                .findFirst();
        follower.ifPresent(
                name -> statements.set(0, Statement.of(statements.get(0).sql() + " BEFORE " + dialect.name(name))));
        return statements;
    }

    /** HSQLDB computes such a column when a row is written, and has no word for that. */
    private static Column virtual(Column column) {
        return new Column(
                column.name(),
                column.type(),
                column.nullable(),
                column.defaultExpression(),
                column.collation(),
                column.generated().map(clause -> clause.replaceFirst(" STORED$", "")),
                column.comment());
    }

    /** What involves the column goes first: HSQLDB would refuse, or with CASCADE take along more than that. */
    private List<Statement> dropColumn(DropColumn op, Catalogue before) {
        Table parts = before.table(op.on()).partsOf(op.column());
        List<Statement> statements = new ArrayList<>();
        parts.constraints().forEach(constraint -> statements.add(drop(op.on(), constraint)));
        parts.indexes()
                .forEach(index -> statements.add(
                        Statement.of("DROP INDEX " + dialect.name(op.on().sibling(index.name())))));
        statements.addAll(standard.render(op, before));
        return statements;
    }

    private List<Statement> renameColumn(RenameColumn op, Catalogue before) {
        refuseIfComputedFrom(before.table(op.on()), HsqldbDialect.FOLDING.actual(op.column()));
        return List.of(alter(op.on(), op.column(), " RENAME TO " + dialect.name(op.to())));
    }

    private List<Statement> renameTable(RenameTable op, Catalogue before) {
        refuseIfComputedFrom(before.table(op.on()), HsqldbDialect.FOLDING.actual(op.table()));
        return standard.render(op, before);
    }

    /** HSQLDB leaves the former name in the expression of a column that it computes, and stumbles over that later. */
    private static void refuseIfComputedFrom(Table table, String renamed) {
        boolean isUsed = table.columns().stream()
                .flatMap(column -> column.generated().stream())
                .anyMatch(clause -> clause.contains(renamed));
        if (isUsed) {
            throw refused("'" + renamed + "' can't be renamed: a column of table '" + table.name()
                    + "' is computed from it.");
        }
    }

    private static ProblemException refused(String reason) {
        return new ProblemException(Problem.error(
                ProblemCodes.OPERATION_UNSUPPORTED, reason + " Leave the operation out for this database."));
    }

    private Statement drop(ObjectName table, Constraint constraint) {
        return Statement.of(
                "ALTER TABLE " + dialect.name(table) + " DROP CONSTRAINT " + dialect.name(constraint.name()));
    }

    private List<Statement> changeColumn(ChangeColumn op, Catalogue before) {
        Table table = before.table(op.on());
        return change(table, op.changed(dialect, table.requireColumn(op.column())));
    }

    /** Only what differs. A check on a column stands in the way of another type. */
    private List<Statement> change(Table table, Column column) {
        Column now = table.requireColumn(column.name());
        boolean otherType = !now.type().equals(column.type());
        List<Constraint> checks = table.partsOf(column.name()).constraints().stream()
                .filter(constraint -> otherType && constraint.kind() == Constraint.Kind.CHECK)
                .toList();
        List<Statement> statements = new ArrayList<>();
        checks.forEach(check -> statements.add(drop(table.name(), check)));
        if (now.defaultExpression().isPresent()
                && (otherType || column.defaultExpression().isEmpty())) {
            statements.add(alter(table.name(), column.name(), " DROP DEFAULT"));
        }
        if (otherType) {
            statements.add(alter(table.name(), column.name(), " SET DATA TYPE " + column.type()));
        }
        column.defaultExpression()
                .filter(expression -> otherType || !now.defaultExpression().equals(column.defaultExpression()))
                .ifPresent(
                        expression -> statements.add(alter(table.name(), column.name(), " SET DEFAULT " + expression)));
        if (now.nullable() != column.nullable()) {
            statements.add(alter(table.name(), column.name(), column.nullable() ? " SET NULL" : " SET NOT NULL"));
        }
        checks.forEach(check -> statements.add(Statement.of("ALTER TABLE " + dialect.name(table.name()) + " ADD "
                + StandardRenderings.constraint(dialect, check))));
        return statements;
    }

    private List<Statement> createIndex(CreateIndex op, Catalogue before) {
        boolean isPlain = op.where().isEmpty()
                && op.method().isEmpty()
                && op.columns().stream().allMatch(part -> part.expression().isEmpty());
        if (!isPlain) {
            throw refused("The index '" + op.effectiveName()
                    + "' can't be made: in HSQLDB an index is one of columns alone.");
        }
        return standard.render(op, before);
    }

    /** A comment is taken away by an empty one. */
    private List<Statement> comment(Comment op, Catalogue before) {
        Comment text = new Comment(
                op.schema(), op.table(), op.column(), Optional.of(op.comment().orElse("")));
        return standard.render(text, before);
    }
}
