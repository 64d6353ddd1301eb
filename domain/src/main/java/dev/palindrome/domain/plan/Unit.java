package dev.palindrome.domain.plan;

import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.StatementKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What can't be torn apart within a step: a statement of a script, or all that a typed operation runs.
 *
 * @param operation where it comes from; empty if it comes from the history
 * @param instructions in order, as the plan foresees them
 * @param settled how far that is sure
 * @param begins whether it is the first of its operation
 * @param ends whether it is the last of its operation
 */
public record Unit(
        Optional<Operation> operation, List<Instruction> instructions, Settled settled, boolean begins, boolean ends) {

    public Unit {
        instructions = List.copyOf(instructions);
    }

    /** {@return the instructions of an operation that depends on nothing, one by one} */
    static List<Unit> each(Operation operation, List<Instruction> instructions) {
        if (instructions.isEmpty()) {
            return whole(operation, instructions, Settled.SURELY);
        }
        List<Unit> units = new ArrayList<>();
        for (int i = 0; i < instructions.size(); i++) {
            boolean isLast = i == instructions.size() - 1;
            List<Instruction> alone = List.of(instructions.get(i));
            units.add(new Unit(Optional.of(operation), alone, Settled.SURELY, i == 0, isLast));
        }
        return units;
    }

    /** {@return all that an operation runs, as one} */
    static List<Unit> whole(Operation operation, List<Instruction> instructions, Settled settled) {
        return List.of(new Unit(Optional.of(operation), instructions, settled, true, true));
    }

    /** {@return an instruction out of the history, which runs as it is} */
    static Unit stored(Instruction instruction) {
        return new Unit(Optional.empty(), List.of(instruction), Settled.SURELY, false, false);
    }

    /** {@return the same place in its operation, with nothing to run} */
    Unit emptied() {
        return new Unit(operation, List.of(), Settled.SURELY, begins, ends);
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
        WHEN_IT_RUNS
    }
}
