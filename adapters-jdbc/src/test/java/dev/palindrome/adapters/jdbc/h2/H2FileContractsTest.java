package dev.palindrome.adapters.jdbc.h2;

import dev.palindrome.testkit.AdapterContract;

/** H2 keeps the contracts, in a file that one process has open. */
final class H2FileContractsTest extends AdapterContract {
    H2FileContractsTest() {
        super(H2Databases.inFiles());
    }
}
