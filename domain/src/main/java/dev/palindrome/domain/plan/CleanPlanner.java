package dev.palindrome.domain.plan;

import dev.palindrome.domain.app.App;
import dev.palindrome.domain.app.Apps;
import dev.palindrome.domain.history.History;
import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Plans to forget the history entries whose migration no pack provides. Their changes stay in the database. An app that has
 * no migrations here at all may well have them elsewhere: its entries go only if it is named.
 */
public final class CleanPlanner implements Planner {
    private final Apps apps;
    private final String appName;

    /**
     * A planner for one request.
     *
     * @param appName an app, or {@code all}
     */
    public CleanPlanner(Apps apps, String appName) {
        this.apps = apps;
        this.appName = appName;
    }

    @Override
    public Plan plan(Ground ground) {
        History history = ground.history();
        if (!appName.equals(App.ALL)
                && apps.find(appName).isEmpty()
                && !history.appNames().contains(appName)) {
            throw new ProblemException(apps.unknown(appName));
        }
        List<Problem> problems = new ArrayList<>();
        // a migration that can't be read is not a migration that is gone, nor is one in a jar that doesn't load
        apps.problems()
                .forEach(p -> problems.add(new Problem(p.code(), Problem.Severity.ERROR, p.message(), p.location())));
        apps.inOrder().forEach(app -> problems.addAll(app.problems()));
        List<Step> steps = new ArrayList<>();
        Set<String> names = appName.equals(App.ALL) ? appsWithMigrations() : Set.of(appName);
        for (HistoryEntry entry : history.newestFirst(names)) {
            if (apps.find(entry.ref()).isEmpty()) {
                steps.add(forget(entry));
            }
        }
        return Plan.of(
                Direction.BACKWARDS,
                steps,
                problems,
                "Nothing to clean: every migration in the history has its pack.",
                history);
    }

    private Set<String> appsWithMigrations() {
        return apps.inOrder().stream()
                .filter(app -> !app.migrations().isEmpty())
                .map(App::name)
                .collect(Collectors.toSet());
    }

    private static Step forget(HistoryEntry entry) {
        return new Step(
                Direction.BACKWARDS,
                entry.ref(),
                entry.description(),
                Step.Work.recordOnly("its history entry is removed; what it changed in the database stays"),
                entry.checksum(),
                Optional.of(entry),
                Optional.empty(),
                List.of());
    }
}
