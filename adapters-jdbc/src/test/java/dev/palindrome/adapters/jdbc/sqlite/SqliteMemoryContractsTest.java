package dev.palindrome.adapters.jdbc.sqlite;

import dev.palindrome.spi.Capability;
import dev.palindrome.testkit.AdapterContract;
import java.util.Set;

/** SQLite keeps the contracts, in memory that the connections of a process share. */
final class SqliteMemoryContractsTest extends AdapterContract {
    SqliteMemoryContractsTest() {
        super(new SqliteMemory());
    }

    @Override
    protected Set<Capability> provenElsewhere() {
        return Set.of(Capability.SHARED_DATABASE);
    }
}
