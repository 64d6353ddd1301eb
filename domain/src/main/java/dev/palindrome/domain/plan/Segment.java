package dev.palindrome.domain.plan;

import dev.palindrome.spi.Instruction;
import java.util.List;

/**
 * Units of a step that run together.
 *
 * @param mode whether they are one transaction, or each instruction commits by itself
 * @param units in order
 */
public record Segment(Mode mode, List<Unit> units) {

    public Segment {
        units = List.copyOf(units);
    }

    /** {@return all instructions in order, as the plan foresees them} */
    public List<Instruction> instructions() {
        return units.stream().flatMap(unit -> unit.instructions().stream()).toList();
    }

    /** How a segment stands to transactions. */
    public enum Mode {
        /** All or nothing. */
        TRANSACTION,
        /** Sent one by one, as written; each commits by itself unless the script says otherwise. */
        ALONE
    }
}
