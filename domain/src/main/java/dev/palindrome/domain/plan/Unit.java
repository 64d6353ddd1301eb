package dev.palindrome.domain.plan;

import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.JavaCode;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What can't be torn apart within a step: a statement of a script, or all that a typed operation runs.
 *
 * @param place the index in its half of the operation that it is, or is a part of
 * @param operation where it comes from; empty if it comes from the history
 * @param instructions in order, as the plan foresees them
 * @param settled how far that is sure
 * @param begins whether it is the first of its operation
 * @param ends whether it is the last of its operation
 */
public record Unit(
        int place,
        Optional<Operation> operation,
        List<Instruction> instructions,
        Settled settled,
        boolean begins,
        boolean ends) {

    public Unit {
        instructions = List.copyOf(instructions);
    }

    /** {@return the instructions of an operation that depends on nothing, one by one} */
    static List<Unit> each(int place, Operation operation, List<Instruction> instructions) {
        if (instructions.isEmpty()) {
            return whole(place, operation, instructions, Settled.SURELY);
        }
        List<Unit> units = new ArrayList<>();
        for (int i = 0; i < instructions.size(); i++) {
            boolean isLast = i == instructions.size() - 1;
            List<Instruction> alone = List.of(instructions.get(i));
            units.add(new Unit(place, Optional.of(operation), alone, Settled.SURELY, i == 0, isLast));
        }
        return units;
    }

    /** {@return all that an operation runs, as one} */
    static List<Unit> whole(int place, Operation operation, List<Instruction> instructions, Settled settled) {
        return List.of(new Unit(place, Optional.of(operation), instructions, settled, true, true));
    }

    /** {@return an instruction out of the history, which runs as it is} */
    static Unit stored(int place, Instruction instruction) {
        return new Unit(place, Optional.empty(), List.of(instruction), Settled.SURELY, false, true);
    }

    /**
     * What is left of it when so many instructions of its operation have run.
     *
     * @param ran how many
     * @param mine how many of them are its own, or stand after it
     * @param rest what is left of the operation, if that was worked out when it began
     */
    Optional<Unit> from(int ran, int mine, List<Instruction> rest) {
        if (ran == 0) {
            return Optional.of(this);
        }
        List<Instruction> left = settled != Settled.SURELY
                ? rest
                : instructions.subList(Math.min(Math.max(mine, 0), instructions.size()), instructions.size());
        return left.isEmpty() && !ends
                ? Optional.empty()
                : Optional.of(new Unit(place, operation, left, leftSettled(), begins && mine <= 0, ends));
    }

    private Settled leftSettled() {
        return settled == Settled.SURELY ? settled : Settled.WHEN_IT_BEGAN;
    }

    /** {@return what marks each of so many of its instructions once they have run} */
    List<String> ran(int most) {
        if (settled != Settled.SURELY) {
            return Collections.nCopies(Math.max(most, 0), fingerprint());
        }
        return instructions.subList(0, Math.min(Math.max(most, 0), instructions.size())).stream()
                .map(this::mark)
                .toList();
    }

    /** {@return what marks one of its instructions once it has run; not its text, if that can't be known again} */
    public String mark(Instruction instruction) {
        if (settled != Settled.SURELY) {
            return fingerprint();
        }
        return instruction instanceof Statement statement
                        && !statement.parameters().isEmpty()
                ? statement.sql() + statement.parameters()
                : instruction.text();
    }

    /** {@return how many instructions of its operation it stands for; very many if that is known only when it runs} */
    int count() {
        return settled == Settled.SURELY ? instructions.size() : Integer.MAX_VALUE;
    }

    /** {@return a text that changes when what it runs does} */
    public String fingerprint() {
        return operation
                .map(Operation::fingerprint)
                .orElseGet(
                        () -> instructions.isEmpty() ? "" : instructions.get(0).text());
    }

    /** {@return the same place in its operation, with nothing to run} */
    Unit emptied() {
        return new Unit(place, operation, List.of(), Settled.SURELY, begins, ends);
    }

    /** {@return whether its instructions are those that run, whatever the catalogue has by now} */
    public boolean isKnown() {
        return settled == Settled.SURELY || settled == Settled.WHEN_IT_BEGAN;
    }

    /** {@return whether it is Java code, of which nobody knows what it does} */
    boolean isCode() {
        return instructions.stream().anyMatch(JavaCode.class::isInstance);
    }

    /** {@return how it stands to transactions} */
    public StatementKind kind() {
        return instructions.stream()
                .map(Instruction::kind)
                .filter(kind -> kind != StatementKind.ORDINARY)
                .findFirst()
                .orElse(StatementKind.ORDINARY);
    }

    /** How far a plan knows what will run. */
    public enum Settled {
        /** It depends on nothing. */
        SURELY,
        /** It depends on the catalogue, and the plan has foreseen that. */
        FORESEEN,
        /** It depends on a catalogue that can't be foreseen; a comment stands for it. */
        WHEN_IT_RUNS,
        /** It depended on the catalogue when its operation began, and has been noted since. */
        WHEN_IT_BEGAN
    }
}
