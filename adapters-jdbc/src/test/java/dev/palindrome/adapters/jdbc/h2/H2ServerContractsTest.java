package dev.palindrome.adapters.jdbc.h2;

import dev.palindrome.testkit.SharedAdapterContract;

/** H2 keeps the contracts, behind a server. */
final class H2ServerContractsTest extends SharedAdapterContract {
    H2ServerContractsTest() {
        super(H2Databases.onServer());
    }
}
