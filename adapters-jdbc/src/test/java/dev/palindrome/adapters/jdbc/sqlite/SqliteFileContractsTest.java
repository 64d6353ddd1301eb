package dev.palindrome.adapters.jdbc.sqlite;

import dev.palindrome.testkit.SharedAdapterContract;

/** SQLite keeps the contracts, in a file. */
final class SqliteFileContractsTest extends SharedAdapterContract {
    SqliteFileContractsTest() {
        super(new SqliteFiles());
    }
}
