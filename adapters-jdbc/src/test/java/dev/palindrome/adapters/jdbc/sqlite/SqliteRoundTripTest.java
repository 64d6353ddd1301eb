package dev.palindrome.adapters.jdbc.sqlite;

import dev.palindrome.testkit.RoundTripContract;

/** SQLite takes back whatever operations ran, in whatever order. */
final class SqliteRoundTripTest extends RoundTripContract {
    SqliteRoundTripTest() {
        super(new SqliteMemory());
    }
}
