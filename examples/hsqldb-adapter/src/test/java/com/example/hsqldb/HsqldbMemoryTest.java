package com.example.hsqldb;

import dev.palindrome.spi.Capability;
import dev.palindrome.testkit.AdapterContract;
import java.util.Set;
import java.util.UUID;

/** HSQLDB keeps the contracts, in memory. */
final class HsqldbMemoryTest extends AdapterContract {
    HsqldbMemoryTest() {
        super(new HsqldbDatabases(() -> "jdbc:hsqldb:mem:" + UUID.randomUUID()));
    }

    @Override
    protected Set<Capability> provenElsewhere() {
        return Set.of(Capability.SHARED_DATABASE);
    }
}
