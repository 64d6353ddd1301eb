package dev.palindrome.testkit;

/** The database in memory keeps the contracts of real ones. */
final class InMemoryContractsTest extends AdapterContract {
    InMemoryContractsTest() {
        super(new InMemoryTestDatabase());
    }
}
