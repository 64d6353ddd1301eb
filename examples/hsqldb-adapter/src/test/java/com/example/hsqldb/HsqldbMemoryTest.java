package com.example.hsqldb;

import dev.palindrome.testkit.AdapterContract;
import java.util.UUID;

/** HSQLDB keeps the contracts, in memory. */
final class HsqldbMemoryTest extends AdapterContract {
    HsqldbMemoryTest() {
        super(new HsqldbDatabases(() -> "jdbc:hsqldb:mem:" + UUID.randomUUID()));
    }
}
