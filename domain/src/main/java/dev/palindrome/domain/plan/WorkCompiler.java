package dev.palindrome.domain.plan;

import dev.palindrome.spi.Capability;
import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.StatementKind;
import dev.palindrome.spi.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.List;

/**
 * Compiles one half of a migration for a database and decides its transactions.
 *
 * <p>A half is one transaction, except that statements which refuse transactions run by themselves. A script that is
 * wrapped in its own BEGIN and COMMIT loses the pair and runs in ours, so that its history entry commits with it. Any other
 * transaction control can't be ours: such a half is sent as it is written, each statement by itself.
 */
final class WorkCompiler {
    private final DatabaseAdapter adapter;

    WorkCompiler(DatabaseAdapter adapter) {
        this.adapter = adapter;
    }

    /** Compiles, or throws a {@link ProblemException} whose problems say where the script is wrong. */
    Step.Work compile(Migration migration, List<Operation> half) {
        List<Instruction> instructions = new ArrayList<>();
        half.forEach(operation -> instructions.addAll(operation.compile(adapter.dialect(), Catalogue.empty())));
        List<String> notes = new ArrayList<>();
        if (!migration.isTransactional()) {
            notes.add("runs without a transaction, as the migration asks");
            return alone(instructions, notes);
        }
        long controls = instructions.stream()
                .filter(i -> i.kind().controlsTransaction())
                .count();
        if (controls == 0) {
            return segmented(instructions, notes);
        }
        if (controls == 2 && isWrapped(instructions)) {
            notes.add("the script's own BEGIN and COMMIT are left out: the transaction is Palindrome's");
            return segmented(instructions.subList(1, instructions.size() - 1), notes);
        }
        requireClosed(instructions);
        notes.add(
                "the script controls transactions itself: it is sent as written, and its history entry commits after it");
        return alone(instructions, notes);
    }

    private Step.Work segmented(List<Instruction> instructions, List<String> notes) {
        List<Segment> segments = new ArrayList<>();
        List<Instruction> together = new ArrayList<>();
        for (Instruction instruction : instructions) {
            if (instruction.kind() == StatementKind.STANDALONE) {
                flush(together, segments);
                segments.add(new Segment(Segment.Mode.ALONE, List.of(instruction)));
            } else {
                together.add(instruction);
            }
        }
        flush(together, segments);
        boolean whole = segments.stream().allMatch(s -> s.mode() == Segment.Mode.TRANSACTION);
        if (!whole) {
            notes.add("a statement refuses transactions and runs by itself");
        }
        boolean transactional = whole && adapter.capabilities().contains(Capability.TRANSACTIONAL_DDL);
        if (whole && !transactional && !segments.isEmpty()) {
            notes.add(adapter.name() + " commits at each change of the schema: what ran before a failure stays");
        }
        return new Step.Work(segments, false, transactional, notes);
    }

    private static void flush(List<Instruction> together, List<Segment> segments) {
        if (!together.isEmpty()) {
            segments.add(new Segment(Segment.Mode.TRANSACTION, together));
            together.clear();
        }
    }

    private static Step.Work alone(List<Instruction> instructions, List<String> notes) {
        List<Segment> segments =
                instructions.isEmpty() ? List.of() : List.of(new Segment(Segment.Mode.ALONE, instructions));
        return new Step.Work(segments, false, false, notes);
    }

    private static boolean isWrapped(List<Instruction> instructions) {
        return instructions.get(0).kind() == StatementKind.BEGIN
                && instructions.get(instructions.size() - 1).kind() == StatementKind.COMMIT;
    }

    private static void requireClosed(List<Instruction> instructions) {
        Instruction open = null;
        for (Instruction instruction : instructions) {
            if (instruction.kind() == StatementKind.BEGIN) {
                open = instruction;
            } else if (instruction.kind().controlsTransaction()) {
                open = null;
            }
        }
        if (open != null) {
            throw new ProblemException(Problem.error(
                            ProblemCodes.SCRIPT_TRANSACTION,
                            "The script begins a transaction and never commits it, so the database would discard it. "
                                    + "Leave BEGIN out (each migration is a transaction), or add COMMIT at its end.")
                    .at(open.location()));
        }
    }
}
