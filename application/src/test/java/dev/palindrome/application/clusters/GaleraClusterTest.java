package dev.palindrome.application.clusters;

import dev.palindrome.testkit.SharedAdapterContract;

/** A node of a cluster keeps the contracts, as a server alone does. */
final class GaleraClusterTest extends SharedAdapterContract {
    GaleraClusterTest() {
        super(new FirstNode());
    }
}
