package com.example.ignite;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.Column;
import dev.palindrome.spi.catalogue.Constraint;
import dev.palindrome.spi.catalogue.Table;
import dev.palindrome.spi.operation.ChangeColumn;
import dev.palindrome.spi.operation.CreateIndex;
import dev.palindrome.spi.operation.CreateSchema;
import dev.palindrome.spi.operation.DropColumn;
import dev.palindrome.spi.operation.DropIndex;
import dev.palindrome.spi.operation.DropSchema;
import dev.palindrome.spi.operation.DropTable;
import dev.palindrome.spi.operation.MakeColumn;
import dev.palindrome.spi.operation.MakeIndex;
import dev.palindrome.spi.operation.MakeTable;
import dev.palindrome.spi.operation.RedefineColumn;
import dev.palindrome.spi.sql.Renderings;
import dev.palindrome.spi.sql.Renderings.Rendering;
import dev.palindrome.spi.sql.StandardRenderings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The operations that Ignite can do and take back: those on tables, columns, defaults, indexes and schemas. It has neither keys
 * but the primary one nor views, sequences and comments, and renames nothing.
 */
final class IgniteRenderings {
    /** The one function that Ignite calls for a default, and in a primary key alone. */
    private static final String RANDOM = "RAND_UUID";

    private final Dialect dialect;
    private final Renderings standard;

    private IgniteRenderings(Dialect dialect) {
        this.dialect = dialect;
        this.standard = StandardRenderings.of(dialect);
    }

    static Renderings of(Dialect dialect) {
        IgniteRenderings ignite = new IgniteRenderings(dialect);
        return Renderings.none()
                .with(MakeTable.class, (op, before) -> ignite.makeTable(op.made()))
                .with(DropTable.class, ignite.asStandard())
                .with(MakeColumn.class, (op, before) -> ignite.makeColumn(op))
                .with(DropColumn.class, ignite::dropColumn)
                .with(ChangeColumn.class, ignite::changeColumn)
                .with(RedefineColumn.class, (op, before) -> ignite.change(before.table(op.on()), op.column()))
                .with(CreateIndex.class, ignite::createIndex)
                .with(MakeIndex.class, ignite.asStandard())
                .with(DropIndex.class, ignite.asStandard())
                .with(CreateSchema.class, ignite.asStandard())
                .with(DropSchema.class, ignite.asStandard());
    }

    private <O extends Operation> Rendering<O> asStandard() {
        return standard::render;
    }

    private List<Statement> makeTable(Table table) {
        if (table.primaryKey().isEmpty()) {
            throw refused("The table '" + table.name() + "' can't be made: in Ignite each has a primary key.");
        }
        refuseWhatIsNotThere(table);
        List<String> key = table.primaryKey().orElseThrow().columns();
        List<Statement> statements = new ArrayList<>();
        statements.add(Statement.of("CREATE TABLE " + dialect.name(table.name()) + " (\n  "
                + Stream.concat(
                                table.columns().stream()
                                        .map(column -> definition(
                                                column, key.stream().anyMatch(column.name()::equalsIgnoreCase))),
                                table.constraints().stream().map(Constraint::definition))
                        .collect(Collectors.joining(",\n  "))
                + "\n)" + (table.options().isEmpty() ? "" : " " + table.options())));
        table.indexes().forEach(index -> statements.add(Statement.of(index.definition())));
        return statements;
    }

    private void refuseWhatIsNotThere(Table table) {
        for (Constraint constraint : table.constraints()) {
            if (constraint.kind() != Constraint.Kind.PRIMARY_KEY) {
                throw refused("The " + constraint.kind().words() + " '" + constraint.name() + "' of table '"
                        + table.name() + "' can't be made: Ignite has nothing like it.");
            }
        }
        if (table.comment().isPresent()
                || table.columns().stream().anyMatch(column -> column.comment().isPresent())) {
            throw refused("The comment on table '" + table.name() + "' can't be made: Ignite keeps none.");
        }
    }

    private String definition(Column column, boolean isKey) {
        if (column.generated().isPresent() || column.collation().isPresent()) {
            throw refused("The column '" + column.name()
                    + "' can't be made: in Ignite none is computed, numbered or has a collation.");
        }
        column.defaultExpression()
                .filter(text -> !(isKey && text.equalsIgnoreCase(RANDOM)))
                .ifPresent(text -> requireLiteral(column, text));
        return dialect.name(column.name()) + " " + column.type() + (column.nullable() ? "" : " NOT NULL")
                + column.defaultExpression()
                        .map(text -> " DEFAULT " + literal(column, text))
                        .orElse("");
    }

    private static void requireLiteral(Column column, String text) {
        if (!DefaultText.isLiteral(text)) {
            throw refused("The default of column '" + column.name() + "' can't be '" + text
                    + "': in Ignite it is a literal, or " + RANDOM + " in the primary key.");
        }
    }

    /** Ignite takes no text for a time. */
    private static String literal(Column column, String text) {
        return DefaultText.typed(text, column.type());
    }

    private List<Statement> makeColumn(MakeColumn op) {
        refuseWhatIsNotThere(op.parts());
        if (op.fill().isPresent() && !op.column().isFilled()) {
            throw refused("The column '" + op.column().name() + "' of table '" + op.on()
                    + "' can't be filled: Ignite forbids nulls only when it makes a column. Give it a default.");
        }
        List<Statement> statements = new ArrayList<>();
        statements.add(
                Statement.of("ALTER TABLE " + dialect.name(op.on()) + " ADD COLUMN " + definition(op.column(), false)));
        op.parts().indexes().forEach(index -> statements.add(Statement.of(index.definition())));
        return statements;
    }

    /** Its indexes go first: Ignite would refuse. */
    private List<Statement> dropColumn(DropColumn op, Catalogue before) {
        Table parts = before.table(op.on()).partsOf(op.column());
        if (parts.primaryKey().isPresent()) {
            throw refused("The column '" + op.column() + "' of table '" + op.on()
                    + "' can't be dropped: it is in the primary key.");
        }
        List<Statement> statements = new ArrayList<>();
        parts.indexes()
                .forEach(index -> statements.add(
                        Statement.of("DROP INDEX " + dialect.name(op.on().sibling(index.name())))));
        statements.addAll(standard.render(op, before));
        return statements;
    }

    private List<Statement> changeColumn(ChangeColumn op, Catalogue before) {
        Table table = before.table(op.on());
        return change(table, op.changed(dialect, table.requireColumn(op.column())));
    }

    /** A type can only be widened, and NOT NULL only be dropped: there would be no way back. */
    private List<Statement> change(Table table, Column column) {
        Column now = table.requireColumn(column.name());
        if (!now.type().equals(column.type()) || now.nullable() != column.nullable()) {
            throw refused("The type and the nullability of column '" + column.name() + "' of table '" + table.name()
                    + "' can't be changed: Ignite could not take it back.");
        }
        if (now.defaultExpression().equals(column.defaultExpression())) {
            return List.of();
        }
        if (column.type().startsWith("DECIMAL")) {
            throw refused("The default of column '" + column.name() + "' of table '" + table.name()
                    + "' can't be changed: Ignite 3.1 refuses each number for a DECIMAL that is already there.");
        }
        column.defaultExpression().ifPresent(text -> requireLiteral(column, text));
        return List.of(Statement.of("ALTER TABLE " + dialect.name(table.name()) + " ALTER COLUMN "
                + dialect.name(column.name())
                + column.defaultExpression()
                        .map(text -> " SET DEFAULT " + literal(column, text))
                        .orElse(" DROP DEFAULT")));
    }

    private List<Statement> createIndex(CreateIndex op, Catalogue before) {
        boolean isPlain = !op.unique()
                && op.where().isEmpty()
                && op.columns().stream().allMatch(part -> part.expression().isEmpty());
        if (!isPlain) {
            throw refused("The index '" + op.effectiveName()
                    + "' can't be made: in Ignite an index is one of columns and all rows, and not unique.");
        }
        return standard.render(op, before);
    }

    private static ProblemException refused(String reason) {
        return new ProblemException(Problem.error(
                ProblemCodes.OPERATION_UNSUPPORTED,
                reason + " Leave it out for this database, or write SQL with its reversal."));
    }
}
