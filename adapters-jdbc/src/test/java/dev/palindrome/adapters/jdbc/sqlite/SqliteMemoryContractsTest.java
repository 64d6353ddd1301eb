package dev.palindrome.adapters.jdbc.sqlite;

import dev.palindrome.testkit.AdapterContract;

/** SQLite keeps the contracts, in memory that the connections of a process share. */
final class SqliteMemoryContractsTest extends AdapterContract {
    SqliteMemoryContractsTest() {
        super(new SqliteMemory());
    }
}
