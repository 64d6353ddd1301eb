package dev.palindrome.testkit;

import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.DatabaseAddress;
import java.util.UUID;

class InMemoryTestDatabase implements TestDatabase {
    @Override
    public DatabaseAdapter adapter() {
        return new InMemoryDatabaseAdapter();
    }

    @Override
    public DatabaseAddress freshAddress() {
        return DatabaseAddress.of(InMemoryDatabaseAdapter.PREFIX + UUID.randomUUID());
    }
}
