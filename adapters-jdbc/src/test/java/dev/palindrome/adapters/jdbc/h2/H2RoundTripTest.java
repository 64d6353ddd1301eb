package dev.palindrome.adapters.jdbc.h2;

import dev.palindrome.testkit.RoundTripContract;

/** H2 takes back whatever operations ran, in whatever order. */
final class H2RoundTripTest extends RoundTripContract {
    H2RoundTripTest() {
        super(H2Databases.inMemory());
    }
}
