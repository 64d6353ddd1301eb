package dev.palindrome.adapters.jdbc.sqlite;

import dev.palindrome.adapters.jdbc.TestFolders;
import dev.palindrome.spi.DatabaseAddress;

/** Files that aren't there yet. */
final class SqliteFiles implements SqliteTestDatabase {
    @Override
    public DatabaseAddress freshAddress() {
        return DatabaseAddress.of("jdbc:sqlite:" + TestFolders.fresh().resolve("it's.db"));
    }
}
