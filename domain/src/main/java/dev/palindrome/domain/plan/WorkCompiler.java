package dev.palindrome.domain.plan;

import dev.palindrome.domain.reversal.StoredReversal;
import dev.palindrome.spi.Capability;
import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.Requirement;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementKind;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.MissingObjectException;
import dev.palindrome.spi.catalogue.UnforeseenException;
import dev.palindrome.spi.operation.Located;
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
    private final Catalogue catalogue;

    /**
     * A compiler for the halves of one plan.
     *
     * @param catalogue what the database looks like before the plan; told what each half does to it
     */
    WorkCompiler(DatabaseAdapter adapter, Catalogue catalogue) {
        this.adapter = adapter;
        this.catalogue = catalogue;
    }

    /** Compiles, or throws a {@link ProblemException} whose problems say where the half is wrong. */
    Step.Work compile(Migration migration, List<Operation> half) {
        return compile(migration, half, new Watch() {});
    }

    /** Compiles while somebody watches each operation. */
    Step.Work compile(Migration migration, List<Operation> half, Watch watch) {
        List<Unit> units = new ArrayList<>();
        for (Operation operation : half) {
            try {
                watch.before(operation);
                units.addAll(units(operation));
                foresee(operation);
                watch.after(operation);
            } catch (MissingObjectException e) {
                throw new ProblemException(missing(e, place(operation, migration)), e);
            } catch (ProblemException e) {
                throw new ProblemException(placed(e.problems(), place(operation, migration)), e);
            }
        }
        return work(units, migration.isTransactional(), List.of());
    }

    /** What was compiled when the migration ran. */
    Step.Work compile(List<Instruction> stored, StoredReversal reversal) {
        catalogue.forget();
        List<Unit> units = stored.stream().map(Unit::stored).toList();
        return work(units, reversal.transactional(), reversal.requirements());
    }

    private void foresee(Operation operation) {
        try {
            operation.foresee(adapter.dialect(), catalogue);
        } catch (UnforeseenException e) {
            catalogue.forget();
        }
    }

    private List<Unit> units(Operation operation) {
        int questions = catalogue.questions();
        try {
            List<Instruction> instructions = operation.compile(adapter.dialect(), catalogue);
            return catalogue.questions() == questions
                    ? Unit.each(operation, instructions)
                    : Unit.whole(operation, instructions, Unit.Settled.FORESEEN);
        } catch (UnforeseenException e) {
            Instruction comment = Statement.of("-- worked out when it runs, from what the database looks like then: "
                    + operation.toString().replaceAll("\\s+", " "));
            return Unit.whole(operation, List.of(comment), Unit.Settled.WHEN_IT_RUNS);
        }
    }

    private static Location place(Operation operation, Migration migration) {
        return operation instanceof Located located ? located.location() : migration.location();
    }

    private static List<Problem> placed(List<Problem> problems, Location place) {
        return problems.stream()
                .map(p -> p.location().isPresent() ? p : p.at(place))
                .toList();
    }

    private static Problem missing(MissingObjectException e, Location place) {
        return Problem.error(
                        ProblemCodes.OPERATION_MISSING,
                        e.getMessage() + " at this point. Mend the name, or the order of the migrations.")
                .at(place);
    }

    private Step.Work work(List<Unit> units, boolean transactional, List<Requirement> requirements) {
        List<String> notes = new ArrayList<>();
        if (!transactional) {
            notes.add("runs without a transaction, as the migration asks");
            return alone(units, requirements, notes);
        }
        long controls =
                units.stream().filter(u -> u.kind().controlsTransaction()).count();
        if (controls == 0) {
            return segmented(units, requirements, notes);
        }
        if (controls == 2 && isWrapped(units)) {
            notes.add("the script's own BEGIN and COMMIT are left out: the transaction is Palindrome's");
            return segmented(unwrapped(units), requirements, notes);
        }
        requireClosed(units);
        notes.add(
                "the script controls transactions itself: it is sent as written, and its history entry commits after it");
        return alone(units, requirements, notes);
    }

    private Step.Work segmented(List<Unit> units, List<Requirement> requirements, List<String> notes) {
        List<Segment> segments = new ArrayList<>();
        List<Unit> together = new ArrayList<>();
        for (Unit unit : units) {
            if (unit.kind() == StatementKind.STANDALONE) {
                flush(together, segments);
                segments.add(new Segment(Segment.Mode.ALONE, List.of(unit)));
            } else {
                together.add(unit);
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
        return new Step.Work(segments, false, transactional, requirements, notes, Step.Origin.PACK);
    }

    private static void flush(List<Unit> together, List<Segment> segments) {
        if (!together.isEmpty()) {
            segments.add(new Segment(Segment.Mode.TRANSACTION, together));
            together.clear();
        }
    }

    private static Step.Work alone(List<Unit> units, List<Requirement> requirements, List<String> notes) {
        List<Segment> segments = units.isEmpty() ? List.of() : List.of(new Segment(Segment.Mode.ALONE, units));
        return new Step.Work(segments, false, false, requirements, notes, Step.Origin.PACK);
    }

    private static boolean isWrapped(List<Unit> units) {
        return units.get(0).kind() == StatementKind.BEGIN
                && units.get(units.size() - 1).kind() == StatementKind.COMMIT;
    }

    /** All but the pair, which leaves its place: an operation begins or ends there. */
    private static List<Unit> unwrapped(List<Unit> units) {
        if (units.size() == 2) {
            return List.of();
        }
        List<Unit> inside = new ArrayList<>(units);
        inside.set(0, units.get(0).emptied());
        inside.set(units.size() - 1, units.get(units.size() - 1).emptied());
        return inside;
    }

    private static void requireClosed(List<Unit> units) {
        Unit open = null;
        for (Unit unit : units) {
            if (unit.kind() == StatementKind.BEGIN) {
                open = unit;
            } else if (unit.kind().controlsTransaction()) {
                open = null;
            }
        }
        if (open != null) {
            throw new ProblemException(Problem.error(
                            ProblemCodes.SCRIPT_TRANSACTION,
                            "The script begins a transaction and never commits it, so the database would discard it. "
                                    + "Leave BEGIN out (each migration is a transaction), or add COMMIT at its end.")
                    .at(open.instructions().get(0).location()));
        }
    }

    /** Watches the operations of a half while the plan foresees them. */
    interface Watch {
        /** The catalogue is as it will be just before the operation. */
        default void before(Operation operation) {}

        /** The catalogue is as it will be just after the operation. */
        default void after(Operation operation) {}
    }
}
