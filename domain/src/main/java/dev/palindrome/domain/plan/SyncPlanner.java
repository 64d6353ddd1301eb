package dev.palindrome.domain.plan;

import dev.palindrome.domain.app.App;
import dev.palindrome.domain.app.Apps;
import dev.palindrome.domain.history.History;
import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import java.util.ArrayList;
import java.util.List;

/**
 * Plans to make the database match the packs: reverses what they don't know, newest first, then goes forwards. An app that has
 * no migrations here at all may well have them elsewhere: what it did is reversed only if it is named.
 */
public final class SyncPlanner implements Planner {
    private final Apps apps;
    private final String appName;

    /**
     * A planner for one request.
     *
     * @param appName an app, or {@code all}
     */
    public SyncPlanner(Apps apps, String appName) {
        this.apps = apps;
        this.appName = appName;
    }

    @Override
    public Plan plan(Ground ground) {
        History history = ground.history();
        boolean isHere = appName.equals(App.ALL) || apps.find(appName).isPresent();
        if (!isHere && !history.appNames().contains(appName)) {
            throw new ProblemException(apps.unknown(appName));
        }
        UnknownEntries unknown = new UnknownEntries(apps);
        List<Problem> problems = new ArrayList<>(unknown.unreadPacks(appName));
        List<HistoryEntry> going = new ArrayList<>(BackwardsPlanner.halfDone(history, unknown.names(appName)));
        going.removeIf(entry -> apps.find(entry.ref()).isPresent());
        going.addAll(unknown.of(appName, history));
        Dependents dependents = new Dependents(apps, ground);
        problems.addAll(dependents.declared(going));
        List<Step> steps = BackwardsPlanner.steps(going, apps, ground, problems);
        problems.addAll(dependents.naming(steps));
        if (isHere) {
            Plan forwards =
                    new ForwardsPlanner(apps, appName, Target.ALL, false).plan(ground.with(history.without(going)));
            steps.addAll(forwards.steps());
            forwards.problems().stream().filter(p -> !isKnown(p, problems)).forEach(problems::add);
        }
        return Plan.of(Course.SYNC, steps, problems, "Nothing to do: the database has what the packs have.", history);
    }

    /** What only warns whoever goes forwards may well keep one from reversing what is unknown. */
    private static boolean isKnown(Problem problem, List<Problem> known) {
        return known.stream()
                .anyMatch(k -> k.code().equals(problem.code()) && k.message().equals(problem.message()));
    }
}
