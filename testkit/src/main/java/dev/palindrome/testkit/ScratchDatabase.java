package dev.palindrome.testkit;

import dev.palindrome.spi.Database;
import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.catalogue.SchemaObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** An empty database, which lives as long as its session. */
final class ScratchDatabase implements AutoCloseable {
    private final DatabaseAdapter adapter;
    private final Database database;
    private final Session session;

    private ScratchDatabase(DatabaseAdapter adapter, String url) {
        this.adapter = adapter;
        this.database = adapter.connect(DatabaseAddress.of(url));
        this.session = database.openSession();
    }

    /** The one at a URL; without a URL, that of the first adapter that has one and its driver. */
    static ScratchDatabase at(String url) {
        List<DatabaseAdapter> adapters = ServiceLoader.load(DatabaseAdapter.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(DatabaseAdapter::name))
                .toList();
        if (!url.isEmpty()) {
            return adapters.stream()
                    .filter(adapter -> adapter.serves(url))
                    .findFirst()
                    .map(adapter -> new ScratchDatabase(adapter, url))
                    .orElseThrow(() -> new IllegalArgumentException("No adapter on the class path serves " + url));
        }
        List<String> reasons = new ArrayList<>();
        for (DatabaseAdapter adapter : adapters) {
            Optional<String> scratch = adapter.scratchUrl();
            try {
                if (scratch.isPresent()) {
                    return new ScratchDatabase(adapter, scratch.get());
                }
            } catch (ProblemException e) {
                reasons.add(e.getMessage());
            }
        }
        throw new IllegalArgumentException(
                "No adapter on the class path has a scratch database. Name a URL. " + reasons);
    }

    DatabaseAdapter adapter() {
        return adapter;
    }

    Database database() {
        return database;
    }

    List<SchemaObject> catalogue() {
        return database.inspector().all(session);
    }

    /** {@return how many migrations of an app have run} */
    int applied(String appName) {
        return (int) database.history(HistoryTable.DEFAULT).read(session).orElse(List.of()).stream()
                .filter(entry -> entry.appName().equals(appName))
                .count();
    }

    @Override
    public void close() {
        session.close();
        database.close();
    }
}
