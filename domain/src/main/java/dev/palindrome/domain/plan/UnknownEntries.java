package dev.palindrome.domain.plan;

import dev.palindrome.domain.app.App;
import dev.palindrome.domain.app.Apps;
import dev.palindrome.domain.history.History;
import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the history has and the packs lack. An app that has no migrations here at all may well have them elsewhere: its entries
 * count only if it is named.
 */
final class UnknownEntries {
    private final Apps apps;

    UnknownEntries(Apps apps) {
        this.apps = apps;
    }

    /**
     * What was not read of an app, or of all. A migration that can't be read is not a migration that is gone, nor is one in a
     * jar that doesn't load.
     */
    List<Problem> unreadPacks(String appName) {
        List<Problem> problems = new ArrayList<>();
        apps.problems()
                .forEach(p -> problems.add(new Problem(p.code(), Problem.Severity.ERROR, p.message(), p.location())));
        apps.inOrder().stream()
                .filter(app -> appName.equals(App.ALL) || appName.equals(app.name()))
                .forEach(app -> problems.addAll(app.problems()));
        return problems;
    }

    /** The entries of an app, or of all that have migrations here, that no pack knows; the newest first. */
    List<HistoryEntry> of(String appName, History history) {
        return history.newestFirst(names(appName)).stream()
                .filter(entry -> apps.find(entry.ref()).isEmpty())
                .toList();
    }

    /** An app, or all that have migrations here. */
    Set<String> names(String appName) {
        return appName.equals(App.ALL) ? appsWithMigrations() : Set.of(appName);
    }

    private Set<String> appsWithMigrations() {
        return apps.inOrder().stream()
                .filter(app -> !app.migrations().isEmpty())
                .map(App::name)
                .collect(Collectors.toSet());
    }
}
