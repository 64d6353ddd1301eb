package dev.palindrome.testkit;

import dev.palindrome.spi.Database;
import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Requirement;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.catalogue.SchemaObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * A sequence of operations on a fresh database: all forwards, all backwards in mirrored order, all forwards again. The
 * catalogue is compared at each stop.
 */
final class RoundTrip {
    private final OperationRunner runner;
    private final List<Operation> ran = new ArrayList<>();

    private RoundTrip(OperationRunner runner) {
        this.runner = runner;
    }

    /**
     * What came of it.
     *
     * @param ran the operations that the database knows, in order
     * @param failure what went wrong
     */
    record Result(List<Operation> ran, Optional<Failure> failure) {}

    /**
     * What went wrong.
     *
     * @param stage in which part of the trip
     * @param operation at which operation
     * @param details what was expected and found, or the database's message
     */
    record Failure(String stage, Operation operation, String details) {

        /** {@return whether another sequence fails for the same reason, as far as one can tell} */
        boolean isLike(Failure other) {
            return stage.equals(other.stage)
                    && operation.getClass() == other.operation.getClass()
                    && kind().equals(other.kind());
        }

        /** Messages of databases, without the names and numbers in them; comparisons are of one kind. */
        private String kind() {
            return details.startsWith("[")
                    ? ""
                    : details.lines().findFirst().orElse("").replaceAll("\".*\"|\\d+", "");
        }
    }

    private record Stop(OperationRunner.Run run, List<SchemaObject> before, List<SchemaObject> after) {}

    static Result of(TestDatabase testDatabase, Iterator<RandomMove> moves) {
        DatabaseAdapter adapter = testDatabase.adapter();
        try (Database database = adapter.connect(testDatabase.freshAddress());
                Session session = database.openSession()) {
            RoundTrip trip = new RoundTrip(new OperationRunner(database, adapter.dialect(), session));
            Optional<Failure> failure = trip.go(moves);
            return new Result(List.copyOf(trip.ran), failure);
        }
    }

    private Optional<Failure> go(Iterator<RandomMove> moves) {
        Deque<Stop> stops = new ArrayDeque<>();
        List<SchemaObject> now = runner.catalogue();
        while (moves.hasNext()) {
            RandomMove move = moves.next();
            Operation operation = move.operation();
            try {
                OperationRunner.Run run = runner.forwards(operation);
                ran.add(operation);
                if (run.reversal() instanceof Reversal.Absent absent) {
                    return Optional.of(new Failure("asking for the reversal", operation, absent.reason()));
                }
                move.effect().run();
                List<SchemaObject> before = now;
                now = runner.catalogue();
                stops.push(new Stop(run, before, now));
            } catch (RuntimeException e) {
                if (!OperationRunner.isUnsupported(e)) {
                    ran.add(operation);
                    return Optional.of(failed("going forwards", operation, e));
                }
            }
        }
        return backwards(stops).or(() -> again(stops));
    }

    private Optional<Failure> backwards(Deque<Stop> stops) {
        for (Stop stop : stops) {
            Operation operation = stop.run().operation();
            try {
                for (Requirement requirement : requirements(stop.run().reversal())) {
                    long violations = runner.count(requirement.violations());
                    if (violations > 0) {
                        return Optional.of(new Failure(
                                "meeting the requirements to go backwards",
                                operation,
                                requirement.message(violations)));
                    }
                }
                runner.backwards(stop.run());
            } catch (RuntimeException e) {
                return Optional.of(failed("going backwards", operation, e));
            }
            Optional<Failure> difference =
                    compared("comparing after going backwards", operation, stop.before(), runner.catalogue());
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private Optional<Failure> again(Deque<Stop> stops) {
        Iterator<Stop> order = stops.descendingIterator();
        while (order.hasNext()) {
            Stop stop = order.next();
            Operation operation = stop.run().operation();
            try {
                runner.forwards(operation);
            } catch (RuntimeException e) {
                return Optional.of(failed("going forwards again", operation, e));
            }
            if (!order.hasNext()) {
                return compared("comparing after going forwards again", operation, stop.after(), runner.catalogue());
            }
        }
        return Optional.empty();
    }

    private static List<Requirement> requirements(Reversal reversal) {
        return reversal instanceof Reversal.Derived derived ? derived.requirements() : List.of();
    }

    private static Failure failed(String stage, Operation operation, RuntimeException e) {
        return new Failure(stage, operation, String.valueOf(e.getMessage()));
    }

    private static Optional<Failure> compared(
            String stage, Operation operation, List<SchemaObject> expected, List<SchemaObject> found) {
        if (expected.equals(found)) {
            return Optional.empty();
        }
        List<SchemaObject> missing = new ArrayList<>(expected);
        missing.removeAll(found);
        List<SchemaObject> unexpected = new ArrayList<>(found);
        unexpected.removeAll(expected);
        return Optional.of(new Failure(stage, operation, "[expected] " + missing + "\n[found] " + unexpected));
    }
}
