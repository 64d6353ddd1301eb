package dev.palindrome.adapters.jdbc.h2;

import dev.palindrome.spi.Capability;
import dev.palindrome.testkit.AdapterContract;
import java.util.Set;

/** H2 keeps the contracts, in memory. */
final class H2MemoryContractsTest extends AdapterContract {
    H2MemoryContractsTest() {
        super(H2Databases.inMemory());
    }

    @Override
    protected Set<Capability> provenElsewhere() {
        return Set.of(Capability.SHARED_DATABASE);
    }
}
