package dev.palindrome.domain.plan;

import dev.palindrome.spi.Instruction;
import java.util.List;

/**
 * Instructions of a step that run together.
 *
 * @param mode whether they are one transaction, or each commits by itself
 * @param instructions in order
 */
public record Segment(Mode mode, List<Instruction> instructions) {

    public Segment {
        instructions = List.copyOf(instructions);
    }

    /** How a segment stands to transactions. */
    public enum Mode {
        /** All or nothing. */
        TRANSACTION,
        /** Sent one by one, as written; each commits by itself unless the script says otherwise. */
        ALONE
    }
}
