package dev.palindrome.adapters.jdbc.sqlite;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.catalogue.Attachment;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.Table;
import dev.palindrome.spi.operation.ChangeColumn;
import dev.palindrome.spi.operation.Comment;
import dev.palindrome.spi.operation.CreateIndex;
import dev.palindrome.spi.operation.CreateSchema;
import dev.palindrome.spi.operation.CreateSequence;
import dev.palindrome.spi.operation.DropColumn;
import dev.palindrome.spi.operation.DropConstraint;
import dev.palindrome.spi.operation.DropSchema;
import dev.palindrome.spi.operation.DropSequence;
import dev.palindrome.spi.operation.MakeColumn;
import dev.palindrome.spi.operation.MakeConstraint;
import dev.palindrome.spi.operation.MakeSequence;
import dev.palindrome.spi.operation.MakeTable;
import dev.palindrome.spi.operation.MoveTable;
import dev.palindrome.spi.operation.RedefineColumn;
import dev.palindrome.spi.operation.RenameColumn;
import dev.palindrome.spi.operation.ReplaceView;
import dev.palindrome.spi.operation.TableOperation;
import dev.palindrome.spi.sql.Renderings;
import dev.palindrome.spi.sql.StandardRenderings;
import java.util.ArrayList;
import java.util.List;

/**
 * Typed operations in SQLite's SQL: ALTER TABLE where it can do it (sqlite.org/lang_altertable.html), else the table is made
 * anew. Comments of tables and columns are left out, since SQLite has no place for them.
 */
final class SqliteRenderings {
    private final Dialect dialect;
    private final TableSql sql;

    private SqliteRenderings(Dialect dialect) {
        this.dialect = dialect;
        this.sql = new TableSql(dialect);
    }

    static Renderings of(Dialect dialect) {
        SqliteRenderings ours = new SqliteRenderings(dialect);
        ColumnRenderings columns = new ColumnRenderings(dialect);
        return StandardRenderings.of(dialect)
                .with(MakeTable.class, (op, before) -> ours.make(op.made()))
                .with(MakeColumn.class, columns::make)
                .with(DropColumn.class, columns::drop)
                .with(RenameColumn.class, (op, before) -> columns.rename(op))
                .with(ChangeColumn.class, columns::change)
                .with(RedefineColumn.class, columns::redefine)
                .with(MakeConstraint.class, ours::rebuild)
                .with(DropConstraint.class, ours::rebuild)
                .with(CreateIndex.class, (op, before) -> ours.create(op))
                .with(ReplaceView.class, ours::replace)
                .without(Comment.class)
                .without(MoveTable.class)
                .without(CreateSchema.class)
                .without(DropSchema.class)
                .without(CreateSequence.class)
                .without(MakeSequence.class)
                .without(DropSequence.class);
    }

    private List<Statement> make(Table table) {
        List<String> all = new ArrayList<>();
        all.add(sql.create(table));
        table.indexes().forEach(index -> all.add(index.definition()));
        return statements(all, table.attachments());
    }

    private List<Statement> rebuild(TableOperation op, Catalogue before) {
        Table former = before.table(op.on());
        return new Rebuild(dialect, former, op.altered(dialect, former)).statements();
    }

    private List<Statement> create(CreateIndex op) {
        if (op.method().isPresent()) {
            throw new ProblemException(Problem.error(
                    ProblemCodes.OPERATION_UNSUPPORTED,
                    "SQLite has one kind of index, so the method '"
                            + op.method().get() + "' of index '" + op.effectiveName()
                            + "' means nothing to it. Leave it out for this database."));
        }
        return List.of(Statement.of(op.statement(dialect)));
    }

    /** The view's triggers go with it and come again. */
    private List<Statement> replace(ReplaceView op, Catalogue before) {
        String name = dialect.name(op.on());
        return statements(
                List.of("DROP VIEW " + name, "CREATE VIEW " + name + " AS " + op.query()),
                before.view(op.on()).attachments());
    }

    static List<Statement> statements(List<String> sql, List<Attachment> attachments) {
        List<Statement> all = new ArrayList<>();
        sql.forEach(text -> all.add(Statement.of(text)));
        attachments.forEach(attachment -> all.add(Statement.of(attachment.definition())));
        return all;
    }
}
