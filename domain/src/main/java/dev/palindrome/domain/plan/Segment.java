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

    /** {@return whether there is Java code in it} */
    public boolean runsCode() {
        return units.stream().anyMatch(Unit::isCode);
    }

    /** How a segment stands to transactions. */
    public enum Mode {
        /** All or nothing. */
        TRANSACTION,
        /** One by one: what no transaction holds by itself, and whatever stands between such in a transaction of its own. */
        ALONE,
        /** Sent one by one, as written; each commits by itself unless the script says otherwise. */
        AS_WRITTEN
    }
}
