package dev.palindrome.testkit;

import dev.palindrome.spi.Operation;
import dev.palindrome.spi.operation.CreateTable;
import dev.palindrome.spi.operation.NewColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a failing sequence as short as it can be while it fails for the same reason. */
final class Shrinking {
    private final TestDatabase database;
    private final RoundTrip.Failure failure;

    Shrinking(TestDatabase database, RoundTrip.Failure failure) {
        this.database = database;
        this.failure = failure;
    }

    /** Leaves out operations, then columns of tables, then operations again that only those needed. */
    List<Operation> shrunk(List<Operation> operations) {
        return withoutOperations(withoutColumns(withoutOperations(operations)));
    }

    /** Half of them at once, then a quarter, down to single ones. */
    private List<Operation> withoutOperations(List<Operation> operations) {
        List<Operation> shortest = operations;
        for (int size = Math.max(1, operations.size() / 2); size > 0; size /= 2) {
            for (int end = shortest.size(); end > 0; end = Math.min(end - size, shortest.size())) {
                List<Operation> shorter = new ArrayList<>(shortest);
                shorter.subList(Math.max(0, end - size), end).clear();
                if (stillFails(shorter)) {
                    shortest = shorter;
                }
            }
        }
        return shortest.size() < operations.size() ? withoutOperations(shortest) : shortest;
    }

    private List<Operation> withoutColumns(List<Operation> operations) {
        List<Operation> smallest = new ArrayList<>(operations);
        for (int i = 0; i < operations.size(); i++) {
            if (operations.get(i) instanceof CreateTable table) {
                for (NewColumn column : table.columns()) {
                    List<Operation> smaller = new ArrayList<>(smallest);
                    smaller.set(i, without((CreateTable) smallest.get(i), column));
                    if (stillFails(smaller)) {
                        smallest = smaller;
                    }
                }
            }
        }
        return smallest;
    }

    private static CreateTable without(CreateTable table, NewColumn column) {
        return new CreateTable(
                table.schema(),
                table.table(),
                table.columns().stream().filter(other -> !other.equals(column)).toList(),
                table.primaryKey(),
                table.unique(),
                table.foreignKeys(),
                table.checks(),
                table.comment());
    }

    private boolean stillFails(List<Operation> operations) {
        return again(operations).filter(failure::isLike).isPresent();
    }

    /** {@return what goes wrong with these operations} */
    Optional<RoundTrip.Failure> again(List<Operation> operations) {
        return RoundTrip.of(
                        database,
                        operations.stream()
                                .map(operation -> new RandomMove(operation, () -> {}))
                                .iterator())
                .failure();
    }
}
