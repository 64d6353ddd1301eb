package dev.palindrome.testkit;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.SqlScript;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementKind;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.Constraint;
import dev.palindrome.spi.catalogue.Table;
import dev.palindrome.spi.operation.DropTable;
import dev.palindrome.spi.operation.MakeTable;
import dev.palindrome.spi.sql.Comments;
import dev.palindrome.spi.sql.Quotes;
import dev.palindrome.spi.sql.Renderings;
import dev.palindrome.spi.sql.ScriptSplitter;
import dev.palindrome.spi.sql.StandardRenderings;
import dev.palindrome.spi.sql.StatementTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The standard's comments, quotes and literals; statements that begin with ALONE refuse to run in a transaction. Tables can be
 * made and dropped; all other typed operations but those on rows are refused.
 */
final class InMemoryDialect implements Dialect {
    private static final StatementTable KINDS = StatementTable.empty()
            .with(StatementKind.STANDALONE, "ALONE")
            .with(StatementKind.BEGIN, "BEGIN")
            .with(StatementKind.COMMIT, "COMMIT")
            .with(StatementKind.ROLLBACK, "ROLLBACK");
    private static final ScriptSplitter SPLITTER = ScriptSplitter.of(
                    Comments.line("--"), Comments.block(), Quotes.doubled('\''), Quotes.doubled('"'))
            .withKinds(KINDS::kindOf);

    private final Renderings standard = StandardRenderings.of(this);
    private final Renderings renderings =
            Renderings.none().with(MakeTable.class, (op, before) -> make(op)).with(DropTable.class, standard::render);

    private List<Statement> make(MakeTable op) {
        Table table = op.made();
        boolean isPlain = table.name().schema().isEmpty()
                && table.indexes().isEmpty()
                && table.constraints().stream().allMatch(c -> c.kind() == Constraint.Kind.PRIMARY_KEY)
                && table.comment().isEmpty()
                && table.columns().stream().allMatch(c -> c.comment().isEmpty());
        if (!isPlain) {
            throw new ProblemException(
                    Problem.error(
                            ProblemCodes.OPERATION_UNSUPPORTED,
                            "The table '" + table.name()
                                    + "' can't be made: in memory, a table has columns and a primary key, and"
                                    + " neither a schema nor anything else. Use an embedded database, or write SQL with its reversal."));
        }
        return standard.render(op, Catalogue.empty());
    }

    @Override
    public List<Statement> split(SqlScript script) {
        return SPLITTER.split(script);
    }

    @Override
    public List<Instruction> render(Operation operation, Catalogue before) {
        return List.copyOf(renderings.render(operation, before));
    }

    @Override
    public String literal(@Nullable Object value) {
        if (value == null) {
            return "NULL";
        }
        return value instanceof Number || value instanceof Boolean
                ? value.toString()
                : '\'' + value.toString().replace("'", "''") + '\'';
    }

    @Override
    public String identityColumn() {
        return "bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY";
    }

    @Override
    public String textType() {
        return "text";
    }
}
