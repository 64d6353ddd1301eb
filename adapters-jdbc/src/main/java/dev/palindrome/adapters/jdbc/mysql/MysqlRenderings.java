package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.catalogue.Index;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.operation.ChangeColumn;
import dev.palindrome.spi.operation.Comment;
import dev.palindrome.spi.operation.CreateIndex;
import dev.palindrome.spi.operation.CreateSequence;
import dev.palindrome.spi.operation.DropColumn;
import dev.palindrome.spi.operation.DropConstraint;
import dev.palindrome.spi.operation.DropIndex;
import dev.palindrome.spi.operation.DropSchema;
import dev.palindrome.spi.operation.MakeColumn;
import dev.palindrome.spi.operation.MakeConstraint;
import dev.palindrome.spi.operation.MakeIndex;
import dev.palindrome.spi.operation.MakeTable;
import dev.palindrome.spi.operation.MakeView;
import dev.palindrome.spi.operation.MoveTable;
import dev.palindrome.spi.operation.RedefineColumn;
import dev.palindrome.spi.operation.RenameTable;
import dev.palindrome.spi.sql.Renderings;
import dev.palindrome.spi.sql.StandardRenderings;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What MySQL and MariaDB do otherwise than the standard: nearly all. */
final class MysqlRenderings {
    private static final Set<String> KINDS = Set.of("FULLTEXT", "SPATIAL");

    private final Dialect dialect;

    private MysqlRenderings(Dialect dialect) {
        this.dialect = dialect;
    }

    static Renderings of(Dialect dialect) {
        MysqlRenderings own = new MysqlRenderings(dialect);
        TableRenderings tables = new TableRenderings(dialect);
        ColumnChange columns = new ColumnChange(dialect, tables);
        return StandardRenderings.of(dialect)
                .with(MakeTable.class, tables::make)
                .with(
                        RenameTable.class,
                        (op, before) -> own.rename(op.on(), op.on().sibling(op.to())))
                .with(MoveTable.class, (op, before) -> own.move(op))
                .with(MakeColumn.class, tables::make)
                .with(DropColumn.class, tables::drop)
                .with(ChangeColumn.class, columns::change)
                .with(RedefineColumn.class, columns::redefine)
                .with(MakeConstraint.class, tables::make)
                .with(DropConstraint.class, tables::drop)
                .with(CreateIndex.class, (op, before) -> tables.add(op, own.index(op), before))
                .with(MakeIndex.class, (op, before) -> tables.add(op, op.index(), before))
                .with(DropIndex.class, tables::drop)
                .with(MakeView.class, (op, before) -> List.of(Statement.of(own.make(op))))
                .with(CreateSequence.class, (op, before) -> own.create(op))
                .with(DropSchema.class, (op, before) -> own.drop(op))
                .with(Comment.class, tables::comment);
    }

    private List<Statement> rename(ObjectName table, ObjectName to) {
        return List.of(Statement.of("ALTER TABLE " + dialect.name(table) + " RENAME TO " + dialect.name(to)));
    }

    private List<Statement> move(MoveTable op) {
        return rename(
                new ObjectName(Optional.of(op.schema()), op.table()), new ObjectName(Optional.of(op.to()), op.table()));
    }

    /** Indexes are built without blocking writers by themselves, where they can be. */
    private Index index(CreateIndex op) {
        if (op.where().isPresent()) {
            throw refused(op, "partial indexes");
        }
        if (op.columns().stream().anyMatch(part -> part.expression().isPresent())) {
            throw refused(op, "indexes on expressions that both servers know; one on a generated column does the same");
        }
        String method = op.method().map(m -> m.toUpperCase(Locale.ROOT)).orElse("");
        boolean isKind = KINDS.contains(method);
        String definition = "CREATE " + (op.unique() ? "UNIQUE " : "") + (isKind ? method + " " : "") + "INDEX "
                + dialect.name(op.effectiveName()) + " ON " + dialect.name(op.on()) + " ("
                + op.columns().stream().map(part -> part.sql(dialect)).collect(Collectors.joining(", ")) + ")"
                + (isKind || method.isEmpty() ? "" : " USING " + method);
        return new Index(op.effectiveName(), List.of(), definition, Optional.empty());
    }

    private static ProblemException refused(CreateIndex op, String what) {
        return new ProblemException(Problem.error(
                ProblemCodes.OPERATION_UNSUPPORTED,
                "The index '" + op.effectiveName() + "' of table '" + op.on() + "' can't be made: this database has no "
                        + what + ". Leave it out for this database."));
    }

    /** A cluster refuses numbers that a node keeps in a cache. */
    private List<Statement> create(CreateSequence op) {
        return List.of(Statement.of(op.statement(dialect) + " NOCACHE"));
    }

    private String make(MakeView op) {
        String definition = op.made().definition();
        return op.replacing() ? definition.replaceFirst("^CREATE ", "CREATE OR REPLACE ") : definition;
    }

    /** They would drop all that is in it; so first comes a query that fails if anything is. */
    private List<Statement> drop(DropSchema op) {
        return List.of(
                Statement.of("SELECT (SELECT 1 UNION ALL " + SchemaContents.query(dialect, op.schema())
                        + ") AS `nothing is in it`"),
                Statement.of(SchemaContents.DROP + dialect.name(op.schema())));
    }
}
