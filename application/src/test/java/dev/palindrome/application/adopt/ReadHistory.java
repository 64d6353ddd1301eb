package dev.palindrome.application.adopt;

import dev.palindrome.application.databases.TestDatabase;
import dev.palindrome.spi.Database;
import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.ForeignHistory;
import dev.palindrome.spi.ForeignTables;
import dev.palindrome.spi.MigrationFolder;
import dev.palindrome.spi.MigrationFormat;
import dev.palindrome.spi.Session;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** Reads a tool's history in a real database for a folder of its files. */
record ReadHistory(TestDatabase database, MigrationFormat format, ForeignHistory history) {

    /** What the history says of the folder; empty if it isn't there. */
    Optional<ForeignHistory.Contents> of(MigrationFolder folder) {
        ForeignHistory.Pack pack = ForeignHistory.Pack.of(format.read(folder).migrations(), Optional.of(folder));
        DatabaseAdapter adapter = ServiceLoader.load(DatabaseAdapter.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(candidate -> candidate.serves(database.url()))
                .findFirst()
                .orElseThrow();
        try (Database connected = adapter.connect(DatabaseAddress.of(database.url()));
                Session session = connected.openSession()) {
            ForeignTables tables = new ForeignTables(session, connected.inspector(), adapter.dialect());
            return history.isThere(tables, pack) ? Optional.of(history.read(tables, pack)) : Optional.empty();
        }
    }

    /** The entries as {@code id MATCH}. */
    List<String> entries(MigrationFolder folder) {
        return of(folder).orElseThrow().entries().stream()
                .map(entry -> entry.id() + " " + entry.match())
                .toList();
    }
}
