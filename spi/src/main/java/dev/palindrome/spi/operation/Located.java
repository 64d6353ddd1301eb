package dev.palindrome.spi.operation;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An operation that knows where it was written, so that its statements do. Made by readers of files.
 *
 * @param operation the operation
 * @param location where it was written
 * @since 0.1
 */
public record Located(Operation operation, Location location) implements Operation {

    @Override
    public List<Instruction> compile(Dialect dialect, Catalogue before) {
        List<Instruction> located = new ArrayList<>();
        for (Instruction instruction : operation.compile(dialect, before)) {
            located.add(
                    instruction instanceof Statement statement
                                    && statement.location().equals(Statement.OUR_OWN)
                            ? new Statement(statement.sql(), statement.parameters(), statement.kind(), location)
                            : instruction);
        }
        return located;
    }

    @Override
    public Reversal reversal(Dialect dialect, Catalogue before) {
        return operation.reversal(dialect, before);
    }

    @Override
    public void foresee(Dialect dialect, Catalogue catalogue) {
        operation.foresee(dialect, catalogue);
    }

    @Override
    public String fingerprint() {
        return operation.fingerprint();
    }

    @Override
    public Set<String> secrets() {
        return operation.secrets();
    }

    @Override
    public String toString() {
        return operation.toString();
    }
}
