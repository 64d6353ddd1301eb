package dev.palindrome.domain.plan;

import dev.palindrome.domain.journal.Position;
import dev.palindrome.domain.reversal.StoredReversal;
import dev.palindrome.spi.Capability;
import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.Direction;
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
    Step.Work compile(Migration migration, Direction direction) {
        return compile(migration, direction, new Watch() {});
    }

    /** Compiles while somebody watches each operation. */
    Step.Work compile(Migration migration, Direction direction, Watch watch) {
        return compile(migration, direction, watch, Resumption.NONE);
    }

    /** Compiles what is left of a half. */
    Step.Work compile(Migration migration, Direction direction, Watch watch, Resumption from) {
        List<Operation> half = migration.half(direction);
        List<Unit> units = new ArrayList<>();
        for (int place = 0; place < half.size(); place++) {
            Operation operation = half.get(place);
            try {
                if (from.isBehind(place)) {
                    units.addAll(units(place, operation, Catalogue.unknown()));
                } else {
                    watch.before(operation);
                    units.addAll(units(place, operation, catalogue));
                    foresee(operation, from.isWithin(place));
                    watch.after(operation);
                }
            } catch (MissingObjectException e) {
                throw new ProblemException(missing(e, place(operation, migration)), e);
            } catch (ProblemException e) {
                throw new ProblemException(placed(e.problems(), place(operation, migration)), e);
            }
        }
        return work(units, migration.isTransactional(direction), List.of(), from);
    }

    /** What was compiled when the migration ran. */
    Step.Work compile(List<Instruction> stored, StoredReversal reversal, Resumption from) {
        boolean isWhole = from.position().equals(Position.START); // what has begun can't be forbidden any more
        return compile(stored, reversal.transactional(), isWhole ? reversal.requirements() : List.of(), from);
    }

    /** Instructions that run as they are. */
    Step.Work compile(
            List<Instruction> instructions, boolean transactional, List<Requirement> requirements, Resumption from) {
        catalogue.forget();
        List<Unit> units = new ArrayList<>();
        instructions.forEach(instruction -> units.add(Unit.stored(units.size(), instruction)));
        return work(units, transactional, requirements, from);
    }

    private void foresee(Operation operation, boolean isTorn) {
        try {
            operation.foresee(adapter.dialect(), catalogue);
        } catch (UnforeseenException e) {
            catalogue.forget();
        } catch (MissingObjectException e) {
            if (!isTorn) {
                throw e;
            }
            catalogue.forget(); // it has done a part of its work
        }
    }

    private List<Unit> units(int place, Operation operation, Catalogue before) {
        int questions = before.questions();
        try {
            List<Instruction> instructions = operation.compile(adapter.dialect(), before);
            return before.questions() == questions
                    ? Unit.each(place, operation, instructions)
                    : Unit.whole(place, operation, instructions, Unit.Settled.FORESEEN);
        } catch (UnforeseenException e) {
            Instruction comment = Statement.of("-- worked out when it runs, from what the database looks like then: "
                    + operation.toString().replaceAll("\\s+", " "));
            return Unit.whole(place, operation, List.of(comment), Unit.Settled.WHEN_IT_RUNS);
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

    private Step.Work work(List<Unit> units, boolean transactional, List<Requirement> requirements, Resumption from) {
        List<String> notes = new ArrayList<>();
        if (!transactional) {
            notes.add("runs without a transaction, as the migration asks");
            return asWritten(units, requirements, notes, from);
        }
        long controls =
                units.stream().filter(u -> u.kind().controlsTransaction()).count();
        if (controls == 0) {
            return segmented(units, requirements, notes, from);
        }
        if (controls == 2 && isWrapped(units)) {
            notes.add("the script's own BEGIN and COMMIT are left out: the transaction is Palindrome's");
            return segmented(unwrapped(units), requirements, notes, from);
        }
        requireClosed(units);
        notes.add(
                "the script controls transactions itself: it is sent as written, and its history entry commits after it");
        return asWritten(units, requirements, notes, from);
    }

    private Step.Work segmented(List<Unit> all, List<Requirement> requirements, List<String> notes, Resumption from) {
        List<Unit> units = from.left(all);
        boolean holdsAll = adapter.capabilities().contains(Capability.TRANSACTIONAL_DDL);
        List<Segment> segments = new ArrayList<>();
        List<Unit> together = new ArrayList<>();
        for (Unit unit : units) {
            // what is worked out later may turn out to commit by itself
            boolean byItself = unit.kind().isByItself() || (!holdsAll && !unit.isKnown());
            if (byItself || (!holdsAll && unit.isCode())) {
                flush(together, segments);
                together.add(unit);
                segments.add(new Segment(byItself ? Segment.Mode.ALONE : Segment.Mode.TRANSACTION, together));
                together.clear();
            } else {
                together.add(unit);
            }
        }
        if (runsNothing(together) && !segments.isEmpty()) {
            Segment last = segments.remove(segments.size() - 1);
            together.addAll(0, last.units());
            segments.add(new Segment(last.mode(), together));
        } else {
            flush(together, segments);
        }
        if (units.stream().anyMatch(unit -> unit.kind() == StatementKind.STANDALONE)) {
            notes.add("a statement refuses transactions and runs by itself");
        } else if (segments.stream().anyMatch(segment -> segment.mode() == Segment.Mode.ALONE)) {
            notes.add(adapter.name() + " commits at each change of the schema: the journal says how far it came");
        }
        boolean transactional = segments.size() <= 1
                && segments.stream().allMatch(segment -> segment.mode() == Segment.Mode.TRANSACTION)
                && (holdsAll || units.stream().noneMatch(Unit::isCode));
        return new Step.Work(segments, false, transactional, requirements, notes, Step.Origin.PACK, from.settings(all));
    }

    /** Ends a transaction; what runs nothing by itself goes with what comes next. */
    private static void flush(List<Unit> together, List<Segment> segments) {
        if (!runsNothing(together)) {
            segments.add(new Segment(Segment.Mode.TRANSACTION, together));
            together.clear();
        }
    }

    private static boolean runsNothing(List<Unit> units) {
        return units.stream().allMatch(unit -> unit.instructions().isEmpty());
    }

    private static Step.Work asWritten(
            List<Unit> all, List<Requirement> requirements, List<String> notes, Resumption from) {
        List<Unit> units = from.left(all);
        List<Segment> segments = units.isEmpty() ? List.of() : List.of(new Segment(Segment.Mode.AS_WRITTEN, units));
        return new Step.Work(segments, false, false, requirements, notes, Step.Origin.PACK, from.settings(all));
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
