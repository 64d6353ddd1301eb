package dev.palindrome.adapters.jdbc.h2;

import dev.palindrome.testkit.AdapterContract;

/** H2 keeps the contracts, in memory. */
final class H2MemoryContractsTest extends AdapterContract {
    H2MemoryContractsTest() {
        super(H2Databases.inMemory());
    }
}
