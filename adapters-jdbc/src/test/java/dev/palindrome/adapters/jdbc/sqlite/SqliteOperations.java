package dev.palindrome.adapters.jdbc.sqlite;

import java.nio.file.Path;
import java.util.Set;

/** What SQLite says about the typed operations, in files and in memory alike. */
final class SqliteOperations {
    static final Path GOLDEN_FILES = Path.of("src", "test", "resources", "operations", "sqlite");

    /** SQLite has neither schemas, sequences, enum types nor comments. */
    static final Set<String> UNSUPPORTED = Set.of(
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

    private SqliteOperations() {}
}
