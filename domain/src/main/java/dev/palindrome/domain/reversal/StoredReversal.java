package dev.palindrome.domain.reversal;

import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.JavaCode;
import dev.palindrome.spi.Requirement;
import dev.palindrome.spi.Statement;
import java.util.List;

/**
 * A compiled reversal, as the history keeps it.
 *
 * @param state given, derived, absent or not needed
 * @param reason why it is absent; empty if it isn't
 * @param adapter the name of the database that it was compiled for
 * @param adapterVersion the version of its adapter; empty if it has none
 * @param packVersion the version of the pack that the migration came from; empty if it has none
 * @param transactional whether it may run in a transaction
 * @param parts what it runs, in order
 * @param requirements what the data must be like for it to succeed
 * @param mirrors how many of the parts take back each operation, the last operation first; empty if they take back the
 *     migration as a whole
 */
public record StoredReversal(
        ReversalState state,
        String reason,
        String adapter,
        String adapterVersion,
        String packVersion,
        boolean transactional,
        List<Part> parts,
        List<Requirement> requirements,
        List<Integer> mirrors) {

    /** What a step stores that goes backwards: it stores nothing. */
    public static final StoredReversal NONE =
            new StoredReversal(ReversalState.ABSENT, "", "", "", "", true, List.of(), List.of(), List.of());

    public StoredReversal {
        parts = List.copyOf(parts);
        requirements = List.copyOf(requirements);
        mirrors = List.copyOf(mirrors);
    }

    /** {@return instructions as parts} */
    public static List<Part> parts(List<Instruction> instructions) {
        return instructions.stream().map(StoredReversal::part).toList();
    }

    private static Part part(Instruction instruction) {
        return instruction instanceof JavaCode code
                ? new Code(code.name(), code.location().toString())
                : new Sql((Statement) instruction);
    }

    /** {@return the parts that take back one operation, counted from the last; none if they take back the migration as a whole} */
    public List<Part> mirroring(int place) {
        if (place >= mirrors.size()) {
            return List.of();
        }
        int from = mirrors.stream().limit(place).mapToInt(Integer::intValue).sum();
        return parts.subList(from, from + mirrors.get(place));
    }

    /** {@return whether it can be run} */
    public boolean isThere() {
        return state != ReversalState.ABSENT;
    }

    /** What it runs: a statement, or code that the pack has to bring. */
    public sealed interface Part {
        /** {@return the SQL, or the name of the code} */
        String text();
    }

    /** A statement with its values. */
    public record Sql(Statement statement) implements Part {
        @Override
        public String text() {
            return statement.sql();
        }
    }

    /**
     * Java code.
     *
     * @param name as {@link JavaCode} has it
     * @param location the class in which it was written
     */
    public record Code(String name, String location) implements Part {
        @Override
        public String text() {
            return name;
        }
    }
}
