package com.example.ignite;

import dev.palindrome.testkit.SharedAdapterContract;

/** Ignite keeps the contracts, on three nodes. */
final class IgniteClusterTest extends SharedAdapterContract {
    IgniteClusterTest() {
        super(new IgniteSchemas());
    }
}
