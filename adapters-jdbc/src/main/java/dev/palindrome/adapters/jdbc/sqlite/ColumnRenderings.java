package dev.palindrome.adapters.jdbc.sqlite;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.Column;
import dev.palindrome.spi.catalogue.Constraint;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.Table;
import dev.palindrome.spi.operation.ChangeColumn;
import dev.palindrome.spi.operation.DropColumn;
import dev.palindrome.spi.operation.MakeColumn;
import dev.palindrome.spi.operation.RedefineColumn;
import dev.palindrome.spi.operation.RenameColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The operations on columns, by ALTER TABLE within its limits. */
final class ColumnRenderings {
    private final Dialect dialect;
    private final TableSql sql;

    ColumnRenderings(Dialect dialect) {
        this.dialect = dialect;
        this.sql = new TableSql(dialect);
    }

    List<Statement> make(MakeColumn op, Catalogue before) {
        Column column = op.column();
        if (op.order().isEmpty() && canBeAdded(op)) {
            return add(op);
        }
        Table former = before.table(op.on());
        ColumnOrder order = new ColumnOrder(op.order());
        Table made = order.placed(op.altered(dialect, former), column.name());
        if (canBeAdded(op) && ColumnOrder.isLast(made, column.name())) {
            return add(op);
        }
        Rebuild rebuild = new Rebuild(dialect, former, made);
        return op.fill()
                .filter(expression -> !column.isFilled())
                .map(expression -> rebuild.with(column.name(), "(" + expression + ")"))
                .orElse(rebuild)
                .statements();
    }

    /** The limits of ALTER TABLE ADD COLUMN (sqlite.org/lang_altertable.html, 5). */
    private boolean canBeAdded(MakeColumn op) {
        Column column = op.column();
        Optional<String> value = column.defaultExpression();
        boolean keeps = column.generated().filter(g -> !g.endsWith("VIRTUAL")).isEmpty();
        return keeps
                && (column.nullable() || value.isPresent())
                && value.map(TableSql::isConstant).orElse(true)
                && op.parts().constraints().stream().allMatch(c -> standsInColumn(c, column));
    }

    private boolean standsInColumn(Constraint constraint, Column column) {
        return constraint.kind() == Constraint.Kind.CHECK
                || (constraint.kind() == Constraint.Kind.FOREIGN_KEY
                        && constraint.definition().startsWith(foreignKey(column))
                        && column.defaultExpression().isEmpty());
    }

    private String foreignKey(Column column) {
        return "FOREIGN KEY (" + dialect.name(column.name()) + ") ";
    }

    private List<Statement> add(MakeColumn op) {
        StringBuilder text = new StringBuilder("ALTER TABLE ")
                .append(dialect.name(op.on()))
                .append(" ADD COLUMN ")
                .append(sql.column(op.column()));
        for (Constraint constraint : op.parts().constraints()) {
            text.append(constraint.name().isEmpty() ? "" : " CONSTRAINT " + dialect.name(constraint.name()))
                    .append(' ')
                    .append(
                            constraint.kind() == Constraint.Kind.FOREIGN_KEY
                                    ? constraint
                                            .definition()
                                            .substring(foreignKey(op.column()).length())
                                    : constraint.definition());
        }
        List<String> all = new ArrayList<>();
        all.add(text.toString());
        op.parts().indexes().forEach(index -> all.add(index.definition()));
        return SqliteRenderings.statements(all, op.parts().attachments());
    }

    /**
     * ALTER TABLE comes last even if the table is made anew without the constraints, for it alone looks whether a view, a
     * trigger or a computed column still needs the column.
     */
    List<Statement> drop(DropColumn op, Catalogue before) {
        Table former = before.table(op.on());
        Column column = former.requireColumn(op.column());
        Table parts = former.partsOf(column.name());
        List<Statement> all = new ArrayList<>();
        if (parts.constraints().isEmpty()) {
            parts.attachments()
                    .forEach(trigger -> all.add(Statement.of("DROP TRIGGER " + dialect.name(trigger.name()))));
            parts.indexes().forEach(index -> all.add(Statement.of("DROP INDEX " + dialect.name(index.name()))));
        } else {
            Table bare = withoutParts(former, column);
            all.addAll(new Rebuild(dialect, former, bare).statements());
        }
        all.add(Statement.of("ALTER TABLE " + dialect.name(op.on()) + " DROP COLUMN " + dialect.name(column.name())));
        return all;
    }

    /** The column stays, with nothing that involves it. */
    private static Table withoutParts(Table former, Column column) {
        return former.withoutColumn(column.name())
                .withColumns(former.columns().stream()
                        .map(c -> c.equals(column) && TableSql.isIdentity(c) ? plain(c) : c)
                        .toList());
    }

    private static Column plain(Column identity) {
        return new Column(
                identity.name(),
                identity.type(),
                identity.nullable(),
                identity.defaultExpression(),
                identity.collation(),
                Optional.empty(),
                identity.comment());
    }

    /** A name without quotes lets SQLite write it so, too, wherever the column was mentioned without; in quotes, never. */
    List<Statement> rename(RenameColumn op) {
        return List.of(Statement.of("ALTER TABLE " + dialect.name(new ObjectName(op.schema(), op.table()))
                + " RENAME COLUMN " + dialect.name(op.column()) + " TO "
                + (Keywords.isPlainName(op.to()) ? op.to() : dialect.name(op.to()))));
    }

    List<Statement> change(ChangeColumn op, Catalogue before) {
        Table former = before.table(op.on());
        Rebuild rebuild = new Rebuild(dialect, former, op.altered(dialect, former));
        return op.using()
                .map(expression -> rebuild.with(op.column(), expression))
                .orElse(rebuild)
                .statements();
    }

    List<Statement> redefine(RedefineColumn op, Catalogue before) {
        Table former = before.table(op.on());
        former.requireColumn(op.column().name());
        Rebuild rebuild = new Rebuild(dialect, former, op.altered(dialect, former));
        return op.using()
                .map(expression -> rebuild.with(op.column().name(), expression))
                .orElse(rebuild)
                .statements();
    }
}
