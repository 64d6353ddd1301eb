package dev.palindrome.domain;

import dev.palindrome.domain.app.App;
import dev.palindrome.domain.app.Apps;
import dev.palindrome.domain.history.History;
import dev.palindrome.domain.plan.Ground;
import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.catalogue.Catalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Small apps and histories for tests. */
public final class Fixtures {
    private Fixtures() {}

    /** A migration that says {@code +id} forwards and {@code -id} backwards. */
    public static Migration migration(String id) {
        return unfinished(id).build();
    }

    /** The same, unfinished. */
    public static Migration.Builder unfinished(String id) {
        return Migration.id(id)
                .location(new Location(id + ".sql", 1))
                .forwards("+" + id)
                .backwards("-" + id);
    }

    /** An app of such migrations. */
    public static App app(String name, Set<String> dependsOn, Migration... migrations) {
        return new App(
                name,
                dependsOn,
                List.of(migrations),
                Optional.empty(),
                Location.of(name + ".jar"),
                Optional.empty(),
                List.of());
    }

    /** Those apps and no problems. */
    public static Apps apps(App... apps) {
        return Apps.of(List.of(apps), List.of());
    }

    /** A history in which those migrations ran in that order; each is {@code app:id}. */
    public static History history(Apps apps, String... refs) {
        List<HistoryEntry> entries = new ArrayList<>();
        for (String ref : refs) {
            entries.add(entry(apps, ref, entries.size() + 1));
        }
        return History.of(Optional.of(entries));
    }

    /** A database of that history in which there is nothing else. */
    public static Ground ground(History history) {
        return new Ground(history, Catalogue.empty(), new NoDatabaseAdapter(), new MemorySeal());
    }

    /** One entry, with the checksum that the pack has. */
    public static HistoryEntry entry(Apps apps, String text, long sequence) {
        var ref = dev.palindrome.spi.MigrationRef.parse(text);
        return new HistoryEntry(
                sequence,
                ref.appName(),
                ref.id(),
                "",
                apps.find(ref).map(Migration::checksum).orElseGet(() -> dev.palindrome.spi.Checksum.of("gone")),
                Instant.parse("2026-03-02T10:15:00Z"),
                "tester@host",
                Duration.ofMillis(1),
                false,
                "0.1.0",
                Optional.empty(),
                List.of());
    }
}
