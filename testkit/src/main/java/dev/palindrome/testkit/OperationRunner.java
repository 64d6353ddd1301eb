package dev.palindrome.testkit;

import dev.palindrome.spi.Database;
import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementKind;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.SchemaObject;
import java.util.ArrayList;
import java.util.List;

/** Runs operations as the engine does: each asks the live catalogue what takes it back, just before it runs. */
final class OperationRunner {
    private final Database database;
    private final Dialect dialect;
    private final Session session;

    OperationRunner(Database database, Dialect dialect, Session session) {
        this.database = database;
        this.dialect = dialect;
        this.session = session;
    }

    Run forwards(Operation operation) {
        Catalogue before = live();
        Reversal reversal = operation.reversal(dialect, before);
        List<Instruction> forwards = operation.compile(dialect, before);
        execute(forwards);
        List<Instruction> backwards = new ArrayList<>();
        Catalogue now = live();
        for (Operation back : reversal.operations()) {
            backwards.addAll(back.compile(dialect, now));
            back.foresee(dialect, now);
        }
        return new Run(operation, forwards, reversal, backwards);
    }

    /** {@return whether the database has nothing like the operation, as its dialect says before anything runs} */
    boolean refuses(Operation operation) {
        try {
            operation.compile(dialect, live());
            return false;
        } catch (ProblemException e) {
            if (isUnsupported(e)) {
                return true;
            }
            throw e;
        }
    }

    /** {@return whether that says that the database has nothing like an operation} */
    static boolean isUnsupported(RuntimeException e) {
        return e instanceof ProblemException problem
                && problem.problems().get(0).code().equals(ProblemCodes.OPERATION_UNSUPPORTED);
    }

    void backwards(Run run) {
        execute(run.backwards());
    }

    List<SchemaObject> catalogue() {
        return database.inspector().all(session);
    }

    /** {@return how many rows a query counts} */
    long count(String query) {
        return session.query(query).stream()
                .flatMap(row ->
                        row.columns().stream().map(column -> row.number(column).orElse(0)))
                .findFirst()
                .orElse(0L);
    }

    private Catalogue live() {
        return database.inspector().catalogue(session);
    }

    /** As one transaction, as a step would; a statement that refuses transactions comes alone. */
    private void execute(List<Instruction> instructions) {
        boolean alone = instructions.stream().anyMatch(i -> i.kind() == StatementKind.STANDALONE);
        if (!alone) {
            session.begin();
        }
        instructions.forEach(instruction -> session.execute((Statement) instruction));
        if (!alone) {
            session.commit();
        }
    }

    /**
     * An operation that ran.
     *
     * @param operation what ran
     * @param forwards its statements
     * @param reversal what takes it back
     * @param backwards that as statements, for the database as it was just after it
     */
    record Run(Operation operation, List<Instruction> forwards, Reversal reversal, List<Instruction> backwards) {}
}
