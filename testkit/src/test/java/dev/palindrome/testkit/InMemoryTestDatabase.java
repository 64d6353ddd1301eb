package dev.palindrome.testkit;

import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.operation.CreateIndex;
import dev.palindrome.spi.operation.CreateTable;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

class InMemoryTestDatabase implements TestDatabase {
    private static final Set<String> SUPPORTED = Set.of(
            "create-table-of-all-types",
            "create-table-with-odd-names",
            "create-table-with-generated-column",
            "drop-table",
            "insert-rows");

    @Override
    public DatabaseAdapter adapter() {
        return new InMemoryDatabaseAdapter();
    }

    @Override
    public DatabaseAddress freshAddress() {
        return DatabaseAddress.of(InMemoryDatabaseAdapter.PREFIX + UUID.randomUUID());
    }

    /** Tables alone, as plain as they have to be. */
    @Override
    public List<Operation> ground(OperationCase example) {
        return example.ground().stream()
                .filter(operation -> !(operation instanceof CreateIndex))
                .map(operation -> operation instanceof CreateTable table ? OperationCase.plain(table) : operation)
                .toList();
    }

    @Override
    public Set<String> unsupported() {
        return OperationCase.all().stream()
                .map(OperationCase::name)
                .filter(name -> !SUPPORTED.contains(name))
                .collect(Collectors.toSet());
    }

    /** They make and drop tables. */
    @Override
    public int kindsOfOperation() {
        return 2;
    }
}
