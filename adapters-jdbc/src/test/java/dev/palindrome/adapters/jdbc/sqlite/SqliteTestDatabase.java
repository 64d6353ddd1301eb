package dev.palindrome.adapters.jdbc.sqlite;

import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** What SQLite says about the typed operations, in files and in memory alike. */
interface SqliteTestDatabase extends TestDatabase {
    @Override
    default DatabaseAdapter adapter() {
        return new SqliteAdapter();
    }

    /** SQLite has neither schemas, sequences, enum types nor comments. */
    @Override
    default Set<String> unsupported() {
        return Set.of(
                "move-table",
                "create-sequence",
                "drop-sequence",
                "create-schema",
                "drop-schema",
                "create-enum-type",
                "drop-enum-type",
                "add-enum-value",
                "comment-on-table",
                "comment-on-column");
    }

    @Override
    default Optional<Path> goldenFolder() {
        return Optional.of(Path.of("src", "test", "resources", "operations", "sqlite"));
    }
}
