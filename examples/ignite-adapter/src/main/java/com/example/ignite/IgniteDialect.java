package com.example.ignite;

import static dev.palindrome.spi.StatementKind.BEGIN;
import static dev.palindrome.spi.StatementKind.COMMIT;
import static dev.palindrome.spi.StatementKind.COMMITTING;
import static dev.palindrome.spi.StatementKind.ROLLBACK;
import static dev.palindrome.spi.StatementKind.STANDALONE;

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
import dev.palindrome.spi.catalogue.Column;
import dev.palindrome.spi.catalogue.Folding;
import dev.palindrome.spi.sql.Comments;
import dev.palindrome.spi.sql.Quotes;
import dev.palindrome.spi.sql.Renderings;
import dev.palindrome.spi.sql.ScriptSplitter;
import dev.palindrome.spi.sql.StatementTable;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How Ignite writes SQL: as the standard does, where it has what the standard has. */
final class IgniteDialect implements Dialect {
    static final Folding FOLDING = Folding.UPPER;

    private static final StatementTable KINDS = StatementTable.empty()
            .with(COMMITTING, "CREATE", "ALTER", "DROP")
            .with(STANDALONE, "KILL")
            .with(BEGIN, "START TRANSACTION", "BEGIN")
            .with(COMMIT, "COMMIT")
            .with(ROLLBACK, "ROLLBACK");

    private static final ScriptSplitter SPLITTER = ScriptSplitter.of(
                    Comments.line("--"), Comments.block(), Quotes.doubled('\''), Quotes.doubled('"'))
            .withKinds(KINDS::kindOf);

    private final Renderings renderings = IgniteRenderings.of(this);

    @Override
    public List<Statement> split(SqlScript script) {
        return SPLITTER.split(script);
    }

    /** Statements that nobody has split say nothing of their kind. */
    StatementKind kindOf(Statement statement) {
        return statement.kind() == StatementKind.ORDINARY
                ? SPLITTER.classify(List.of(statement)).get(0).kind()
                : statement.kind();
    }

    @Override
    public String name(String written) {
        return quote(FOLDING.actual(written));
    }

    @Override
    public String type(String type) {
        return IgniteType.of(type);
    }

    @Override
    public List<Instruction> render(Operation operation, Catalogue before) {
        return SPLITTER.classify(renderings.render(operation, before));
    }

    @Override
    public String identityClause() {
        throw numbersNothing();
    }

    @Override
    public String identityColumn() {
        throw numbersNothing();
    }

    private static ProblemException numbersNothing() {
        return new ProblemException(Problem.error(
                ProblemCodes.OPERATION_UNSUPPORTED,
                "Ignite fills no column with growing numbers. Use the type uuid with the default 'rand_uuid'."));
    }

    /** Ignite makes neither a time nor a UUID of a text. */
    @Override
    public String literal(@Nullable Object value, Supplier<Column> column) {
        if (!(value instanceof CharSequence)) {
            return literal(value);
        }
        String type = column.get().type();
        return type.equals("UUID") ? "CAST(" + literal(value) + " AS UUID)" : DefaultText.typed(literal(value), type);
    }

    @Override
    public String textType() {
        return IgniteType.TEXT;
    }
}
