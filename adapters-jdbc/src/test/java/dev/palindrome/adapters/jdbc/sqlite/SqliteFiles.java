package dev.palindrome.adapters.jdbc.sqlite;

import dev.palindrome.adapters.jdbc.TestFolders;
import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.testkit.TestDatabase;

/** Files that aren't there yet. */
final class SqliteFiles implements TestDatabase {
    @Override
    public DatabaseAdapter adapter() {
        return new SqliteAdapter();
    }

    @Override
    public DatabaseAddress freshAddress() {
        return DatabaseAddress.of("jdbc:sqlite:" + TestFolders.fresh().resolve("it's.db"));
    }
}
