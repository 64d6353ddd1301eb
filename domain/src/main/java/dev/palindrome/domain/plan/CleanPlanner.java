package dev.palindrome.domain.plan;

import dev.palindrome.domain.app.App;
import dev.palindrome.domain.app.Apps;
import dev.palindrome.domain.history.History;
import dev.palindrome.domain.problem.Codes;
import dev.palindrome.spi.Direction;
import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plans to forget the history entries whose migration no pack provides. Their changes stay in the database.
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
        UnknownEntries unknown = new UnknownEntries(apps);
        List<HistoryEntry> entries = unknown.of(appName, history);
        List<Problem> problems = new ArrayList<>(unknown.unreadPacks(appName));
        entries.forEach(entry -> history.halfDone(entry.ref())
                .map(progress -> Problem.error(
                        Codes.JOURNAL_HALF_DONE, progress.problem().message()))
                .ifPresent(problems::add));
        return Plan.of(
                Course.BACKWARDS,
                entries.stream().map(CleanPlanner::forget).toList(),
                problems,
                "Nothing to clean: every migration in the history has its pack.",
                history);
    }

    private static Step forget(HistoryEntry entry) {
        return new Step(
                Direction.BACKWARDS,
                entry.ref(),
                entry.description(),
                Step.Work.recordOnly("its history entry is removed; what it changed in the database stays"),
                entry.checksum(),
                new Ending.Forgotten(entry),
                Optional.empty(),
                List.of());
    }
}
