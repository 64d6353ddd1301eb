package dev.palindrome.adapters.files.sqitch;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementKind;
import dev.palindrome.spi.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A deploy script with its verify script behind it, so that a change which can't be verified fails. Where the first is one
 * transaction, both run in it, and what the second does between its BEGIN and its ROLLBACK is taken back to a savepoint.
 * Otherwise both run as written.
 *
 * @param deploy the deploy script
 * @param verify the verify script
 */
record VerifiedScript(List<Operation> deploy, List<Operation> verify) implements Operation {
    private static final String SAVEPOINT = "palindrome_verify";

    @Override
    public List<Instruction> compile(Dialect dialect, Catalogue before) {
        List<Instruction> deploying = statements(deploy, dialect, before);
        List<Instruction> verifying = statements(verify, dialect, before);
        List<Instruction> all = new ArrayList<>();
        boolean isWrapped = isWrapped(deploying, StatementKind.COMMIT);
        if (!isWrapped && controls(deploying)) {
            all.addAll(deploying);
            all.addAll(verifying);
            return all;
        }
        all.addAll(isWrapped ? deploying.subList(1, deploying.size() - 1) : deploying);
        if (isWrapped(verifying, StatementKind.ROLLBACK)) {
            all.add(savepoint("SAVEPOINT ", verifying.get(0)));
            all.addAll(verifying.subList(1, verifying.size() - 1));
            all.add(savepoint("ROLLBACK TO SAVEPOINT ", verifying.get(verifying.size() - 1)));
        } else {
            all.addAll(verifying);
        }
        return all;
    }

    private static List<Instruction> statements(List<Operation> script, Dialect dialect, Catalogue before) {
        return script.stream()
                .flatMap(operation -> operation.compile(dialect, before).stream())
                .toList();
    }

    private static boolean isWrapped(List<Instruction> statements, StatementKind end) {
        int last = statements.size() - 1;
        return last > 0
                && statements.get(0).kind() == StatementKind.BEGIN
                && statements.get(last).kind() == end
                && !controls(statements.subList(1, last));
    }

    private static boolean controls(List<Instruction> statements) {
        return statements.stream().anyMatch(statement -> statement.kind().controlsTransaction());
    }

    private static Instruction savepoint(String sql, Instruction instead) {
        return Statement.of(sql + SAVEPOINT, StatementKind.ORDINARY, instead.location());
    }

    @Override
    public Reversal reversal(Dialect dialect, Catalogue before) {
        return new Reversal.Absent("its author gave none");
    }

    /** {@return that of the deploy script alone: verifying it doesn't make it another change} */
    @Override
    public String fingerprint() {
        return deploy.stream().map(Operation::fingerprint).collect(Collectors.joining("\n;\n"));
    }

    @Override
    public Set<String> secrets() {
        return Stream.concat(deploy.stream(), verify.stream())
                .flatMap(operation -> operation.secrets().stream())
                .collect(Collectors.toSet());
    }
}
