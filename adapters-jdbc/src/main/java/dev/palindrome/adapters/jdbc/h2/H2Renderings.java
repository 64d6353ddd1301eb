package dev.palindrome.adapters.jdbc.h2;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.Column;
import dev.palindrome.spi.catalogue.Constraint;
import dev.palindrome.spi.catalogue.Index;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.Table;
import dev.palindrome.spi.operation.CreateIndex;
import dev.palindrome.spi.operation.DropColumn;
import dev.palindrome.spi.operation.DropConstraint;
import dev.palindrome.spi.operation.DropIndex;
import dev.palindrome.spi.operation.DropSchema;
import dev.palindrome.spi.operation.DropTable;
import dev.palindrome.spi.operation.DropView;
import dev.palindrome.spi.operation.MakeColumn;
import dev.palindrome.spi.operation.MakeConstraint;
import dev.palindrome.spi.operation.MakeTable;
import dev.palindrome.spi.operation.MakeView;
import dev.palindrome.spi.operation.MoveTable;
import dev.palindrome.spi.operation.RedefineColumn;
import dev.palindrome.spi.sql.Renderings;
import dev.palindrome.spi.sql.StandardRenderings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What H2 does otherwise than the standard. Some of its statements silently take along what depends on an object, so every
 * drop says RESTRICT and a column's keys are dropped by name before it.
 */
final class H2Renderings {
    static final String CREATE_VIEW = "CREATE VIEW ";
    private static final String REPLACE_VIEW = "CREATE OR REPLACE VIEW ";
    private static final String STORED = " STORED";

    private final Dialect dialect;
    private final Renderings standard;

    private H2Renderings(Dialect dialect) {
        this.dialect = dialect;
        this.standard = StandardRenderings.of(dialect);
    }

    static Renderings of(Dialect dialect) {
        H2Renderings h2 = new H2Renderings(dialect);
        return h2.standard
                .with(MakeTable.class, h2::makeTable)
                .with(DropTable.class, h2::restricted)
                .without(MoveTable.class)
                .with(MakeColumn.class, h2::makeColumn)
                .with(DropColumn.class, h2::dropColumn)
                .with(RedefineColumn.class, h2::redefineColumn)
                .with(MakeConstraint.class, h2::makeConstraint)
                .with(DropConstraint.class, h2::dropConstraint)
                .with(CreateIndex.class, h2::createIndex)
                .with(DropIndex.class, h2::dropIndex)
                .with(DropView.class, h2::restricted)
                .with(MakeView.class, h2::makeView)
                .with(DropSchema.class, h2::restricted);
    }

    private List<Statement> standard(Operation operation, Catalogue before) {
        return new ArrayList<>(standard.render(operation, before));
    }

    private List<Statement> restricted(Operation drop, Catalogue before) {
        return standard(drop, before).stream()
                .map(statement -> Statement.of(statement.sql() + " RESTRICT"))
                .toList();
    }

    private List<Statement> makeTable(MakeTable op, Catalogue before) {
        List<Statement> statements = standard(new MakeTable(inH2(op.made())), before);
        statements.addAll(comments(op.made()));
        return statements;
    }

    /** A column comes back in its former place. */
    private List<Statement> makeColumn(MakeColumn op, Catalogue before) {
        List<Statement> statements = standard(new MakeColumn(inH2(op.parts()), op.order(), op.fill()), before);
        statements.addAll(comments(op.parts()));
        Optional<String> next = follower(op, before);
        if (next.isPresent()) {
            statements.set(0, Statement.of(statements.get(0).sql() + " BEFORE " + dialect.name(next.get())));
        }
        return statements;
    }

    private static Optional<String> follower(MakeColumn op, Catalogue before) {
        int place = op.order().indexOf(op.column().name());
        if (place < 0) {
            return Optional.empty();
        }
        Table now = before.table(op.on());
        return op.order().subList(place + 1, op.order().size()).stream()
                .filter(name -> now.column(name).isPresent())
                .findFirst();
    }

    /** H2 refuses to drop a column of a key or index of several, and drops the key of one with the references to it. */
    private List<Statement> dropColumn(DropColumn op, Catalogue before) {
        Table table = before.table(op.on());
        Table parts = table.partsOf(table.column(op.column()).map(Column::name).orElse(op.column()));
        List<Statement> statements = new ArrayList<>();
        List<SharedIndexes.Dropped> indexed = new ArrayList<>();
        for (Constraint constraint : parts.constraints()) {
            statements.addAll(restricted(new DropConstraint(op.on(), constraint.name(), constraint.kind()), before));
            indexed.addAll(SharedIndexes.Dropped.with(constraint));
        }
        for (Index index : parts.indexes()) {
            statements.add(Statement.of("DROP INDEX " + dialect.name(op.on().sibling(index.name()))));
            indexed.add(new SharedIndexes.Dropped(index.columns(), false));
        }
        List<Statement> dropping = new SharedIndexes(this::restricted, this::makeConstraint, before)
                .without(table, parts.constraints(), indexed, statements);
        dropping.addAll(standard(op, before));
        return dropping;
    }

    private List<Statement> dropConstraint(DropConstraint op, Catalogue before) {
        Table table = before.table(op.on());
        Constraint dropped = op.dropped(table);
        return new SharedIndexes(this::restricted, this::makeConstraint, before)
                .without(table, List.of(dropped), SharedIndexes.Dropped.with(dropped), restricted(op, before));
    }

    /** A unique key that took the index of somebody's own keeps H2 from dropping it: to drop that key might lose references. */
    private List<Statement> dropIndex(DropIndex op, Catalogue before) {
        Table table = before.table(op.on());
        List<SharedIndexes.Dropped> index = table.index(op.name()).stream()
                .map(dropped -> new SharedIndexes.Dropped(dropped.columns(), false))
                .toList();
        return new SharedIndexes(this::restricted, this::makeConstraint, before)
                .without(table, List.of(), index, standard(op, before));
    }

    /** Only what differs: H2 copies the table to change a type, and refuses that while a view looks at it. */
    private List<Statement> redefineColumn(RedefineColumn op, Catalogue before) {
        Column former = op.column();
        Column now = before.table(op.on()).column(former.name()).orElse(former);
        String column = "ALTER TABLE " + dialect.name(op.on()) + " ALTER COLUMN " + dialect.name(former.name());
        boolean otherType = !former.type().equals(now.type());
        boolean otherDefault = !former.defaultExpression().equals(now.defaultExpression());
        List<String> sql = new ArrayList<>();
        if (otherDefault
                && now.defaultExpression().isPresent()
                && (otherType || former.defaultExpression().isEmpty())) {
            sql.add(column + " DROP DEFAULT");
        }
        if (otherType) {
            sql.add(column + " SET DATA TYPE " + former.type()
                    + op.using().map(expression -> " USING " + expression).orElse(""));
        }
        if (otherDefault) {
            former.defaultExpression().ifPresent(expression -> sql.add(column + " SET DEFAULT " + expression));
        }
        if (former.nullable() != now.nullable()) {
            sql.add(column + (former.nullable() ? " DROP NOT NULL" : " SET NOT NULL"));
        }
        return sql.stream().map(text -> Statement.of(text)).toList();
    }

    /** H2 wants the columns of a primary key to be never null beforehand. */
    private List<Statement> makeConstraint(MakeConstraint op, Catalogue before) {
        List<Statement> statements = new ArrayList<>();
        Constraint made = op.constraint();
        if (made.kind() == Constraint.Kind.PRIMARY_KEY) {
            Table table = before.table(op.on());
            made.columns().stream()
                    .filter(name -> table.column(name).map(Column::nullable).orElse(false))
                    .forEach(name -> statements.add(Statement.of("ALTER TABLE " + dialect.name(op.on())
                            + " ALTER COLUMN " + dialect.name(name) + " SET NOT NULL")));
        }
        statements.addAll(standard(new MakeConstraint(op.on(), silent(made)), before));
        statements.addAll(comments(Table.of(op.on(), List.of(), List.of(made))));
        return statements;
    }

    private List<Statement> createIndex(CreateIndex op, Catalogue before) {
        if (op.where().isPresent()) {
            throw refused(op, "partial indexes");
        }
        if (op.columns().stream().anyMatch(part -> part.expression().isPresent())) {
            throw refused(op, "indexes on expressions; an index on a generated column does the same");
        }
        if (op.method().isPresent()) {
            throw refused(op, "index methods to choose from");
        }
        return standard(op, before);
    }

    private static ProblemException refused(CreateIndex op, String what) {
        return new ProblemException(Problem.error(
                ProblemCodes.OPERATION_UNSUPPORTED,
                "The index '" + op.effectiveName() + "' of table '" + op.on() + "' can't be made: H2 has no " + what
                        + ". Leave it out for this database."));
    }

    /** What else hangs on a view stays when it is replaced, and so do the views that look at it. */
    private List<Statement> makeView(MakeView op, Catalogue before) {
        if (!op.replacing()) {
            return standard(op, before);
        }
        return List.of(Statement.of(REPLACE_VIEW + op.made().definition().substring(CREATE_VIEW.length())));
    }

    private Table inH2(Table table) {
        return table.mapColumns(this::inH2)
                .withConstraints(
                        table.constraints().stream().map(H2Renderings::silent).toList());
    }

    /** A default stands before what else makes the database fill a column, but for INVISIBLE. */
    private Column inH2(Column column) {
        if (column.collation().isPresent()) {
            throw new ProblemException(Problem.error(
                    ProblemCodes.OPERATION_UNSUPPORTED,
                    "The column '" + column.name() + "' can't have the collation '"
                            + column.collation().get()
                            + "': in H2 a database has one for all columns. Leave it out for this database."));
        }
        if (column.generated().isEmpty()) {
            return column;
        }
        String clause = column.generated().get();
        clause = clause.endsWith(STORED) ? clause.substring(0, clause.length() - STORED.length()) : clause;
        String byDefault =
                column.defaultExpression().map(d -> "DEFAULT " + d + " ").orElse("");
        boolean isInvisible = clause.startsWith("INVISIBLE");
        String whole = isInvisible
                ? "INVISIBLE " + byDefault
                        + clause.substring("INVISIBLE".length()).strip()
                : byDefault + clause;
        return new Column(
                column.name(),
                column.type(),
                column.nullable(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(whole.strip()),
                column.comment());
    }

    /** Without its comment, which H2 writes otherwise. */
    private static Constraint silent(Constraint constraint) {
        return new Constraint(
                constraint.name(), constraint.kind(), constraint.columns(), constraint.definition(), Optional.empty());
    }

    private List<Statement> comments(Table table) {
        List<Statement> statements = new ArrayList<>();
        for (Constraint constraint : table.constraints()) {
            constraint
                    .comment()
                    .ifPresent(text -> statements.add(Statement.of("COMMENT ON CONSTRAINT "
                            + dialect.name(new ObjectName(table.name().schema(), constraint.name())) + " IS "
                            + dialect.literal(text))));
        }
        return statements;
    }
}
