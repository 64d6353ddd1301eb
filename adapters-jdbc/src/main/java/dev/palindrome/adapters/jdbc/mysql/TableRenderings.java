package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.catalogue.Attachment;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.Column;
import dev.palindrome.spi.catalogue.Index;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.Table;
import dev.palindrome.spi.operation.Comment;
import dev.palindrome.spi.operation.DropColumn;
import dev.palindrome.spi.operation.DropConstraint;
import dev.palindrome.spi.operation.DropIndex;
import dev.palindrome.spi.operation.MakeColumn;
import dev.palindrome.spi.operation.MakeConstraint;
import dev.palindrome.spi.operation.MakeTable;
import dev.palindrome.spi.operation.TableOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes a table with one statement, since nothing takes back a first one when a second fails. */
final class TableRenderings {
    private final Dialect dialect;
    private final ColumnText columns;
    private final KeyText keys;
    private final KeysOwnIndexes own;

    TableRenderings(Dialect dialect) {
        this.dialect = dialect;
        this.columns = new ColumnText(dialect);
        this.keys = new KeyText(dialect);
        this.own = new KeysOwnIndexes(dialect);
    }

    List<Statement> make(MakeTable op, Catalogue before) {
        Table table = op.made();
        List<String> parts = new ArrayList<>();
        table.columns().forEach(column -> {
            Expressions.refuse(column, table);
            parts.add(columns.of(column, table));
        });
        parts.addAll(keys.all(table, before));
        List<Statement> statements = new ArrayList<>();
        statements.add(
                Statement.of("CREATE TABLE " + dialect.name(table.name()) + " (\n  " + String.join(",\n  ", parts)
                        + "\n)" + (table.options().isEmpty() ? "" : " " + table.options())
                        + table.comment()
                                .map(text -> " COMMENT = " + dialect.literal(text))
                                .orElse("")));
        table.attachments().stream()
                .filter(a -> !KeysOwnIndexes.isOne(a))
                .map(Attachment::definition)
                .forEach(sql -> statements.add(Statement.of(sql)));
        return statements;
    }

    /** A column that existing rows need a value for gets it before it is never null. */
    List<Statement> make(MakeColumn op, Catalogue before) {
        Column column = op.column();
        if (column.generated().isPresent()) {
            Expressions.refuse(column, before.table(op.on()));
        }
        boolean isFilling = op.fill().isPresent() && !column.isFilled();
        List<String> keyParts = new ArrayList<>();
        keys.all(op.parts(), before).forEach(part -> keyParts.add("ADD " + part));
        if (!keyParts.isEmpty()) {
            Table table = before.table(op.on());
            keyParts.addAll(own.changes(table, op.altered(dialect, table)));
        }
        String place = place(op, before);
        List<Statement> statements = new ArrayList<>();
        List<String> actions = new ArrayList<>();
        if (isFilling) {
            statements.addAll(
                    alter(op.on(), List.of("ADD COLUMN " + columns.of(column.nullable(true), op.parts()) + place)));
            statements.add(Statement.of("UPDATE " + dialect.name(op.on()) + " SET " + dialect.name(column.name())
                    + " = " + op.fill().get()));
            actions.add("MODIFY COLUMN " + columns.of(column, op.parts()));
        } else {
            actions.add("ADD COLUMN " + columns.of(column, op.parts()) + place);
        }
        actions.addAll(keyParts);
        statements.addAll(alter(op.on(), actions));
        return statements;
    }

    /** A column comes back in its former place. */
    private String place(MakeColumn op, Catalogue before) {
        int former = op.order().indexOf(op.column().name());
        if (former < 0) {
            return "";
        }
        Table now = before.table(op.on());
        for (int i = former - 1; i >= 0; i--) {
            Optional<Column> previous = now.column(op.order().get(i));
            if (previous.isPresent()) {
                boolean isLast =
                        now.columns().indexOf(previous.get()) == now.columns().size() - 1;
                return isLast ? "" : " AFTER " + dialect.name(previous.get().name());
            }
        }
        return " FIRST";
    }

    /** Keys and checks have to go before the column does, and a key of several columns doesn't go with one of them. */
    List<Statement> drop(DropColumn op, Catalogue before) {
        Table table = before.table(op.on());
        String column = table.column(op.column()).map(Column::name).orElse(op.column());
        List<String> actions = new ArrayList<>(keys.drops(table.partsOf(column)));
        actions.add("DROP COLUMN " + dialect.name(column));
        actions.addAll(own.changes(table, table.withoutColumn(column)));
        return alter(op.on(), actions);
    }

    List<Statement> make(MakeConstraint op, Catalogue before) {
        Table table = before.table(op.on());
        return change(op, table, "ADD " + keys.constraint(op.constraint(), table, before));
    }

    List<Statement> drop(DropConstraint op, Catalogue before) {
        Table table = before.table(op.on());
        return change(op, table, keys.drop(op.dropped(table)));
    }

    /** Adds an index whose definition is known. */
    List<Statement> add(TableOperation op, Index index, Catalogue before) {
        Table table = before.table(op.on());
        return own.changes(table, op.altered(dialect, table)).isEmpty()
                ? List.of(Statement.of(index.definition()))
                : change(op, table, "ADD " + keys.index(index));
    }

    List<Statement> drop(DropIndex op, Catalogue before) {
        Table table = before.table(op.on());
        String name = table.index(op.name()).map(Index::name).orElse(op.name());
        return change(op, table, "DROP INDEX " + dialect.name(name));
    }

    private List<Statement> change(TableOperation op, Table table, String action) {
        List<String> actions = new ArrayList<>();
        actions.add(action);
        actions.addAll(own.changes(table, op.altered(dialect, table)));
        return alter(op.on(), actions);
    }

    List<Statement> comment(Comment op, Catalogue before) {
        if (op.column().isEmpty()) {
            return alter(
                    op.on(), List.of("COMMENT = " + dialect.literal(op.comment().orElse(""))));
        }
        Table table = before.table(op.on());
        Column column = table.requireColumn(op.column().get()).commented(op.comment());
        return modify(table, op.on(), column);
    }

    /** The whole column, since what isn't said is taken away. */
    List<Statement> modify(Table table, ObjectName on, Column column) {
        return alter(on, List.of("MODIFY COLUMN " + columns.of(column, table)));
    }

    private List<Statement> alter(ObjectName table, List<String> actions) {
        return List.of(Statement.of("ALTER TABLE " + dialect.name(table)
                + (actions.size() == 1 ? " " : "\n  ")
                + String.join(",\n  ", actions)));
    }
}
