package dev.palindrome.domain.plan;

import dev.palindrome.domain.app.App;
import dev.palindrome.domain.app.Apps;
import dev.palindrome.domain.history.History;
import dev.palindrome.domain.journal.Progress;
import dev.palindrome.domain.problem.Codes;
import dev.palindrome.spi.Direction;
import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.JournalEntry;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plans to put the history right where people have to say how: accepts changed content, and settles what is half-done by what
 * they found out. It runs nothing of any migration, and guesses nothing.
 */
public final class RepairPlanner implements Planner {
    private final Apps apps;
    private final String appName;
    private final Optional<Verdict> verdict;

    /**
     * A planner for one request.
     *
     * @param appName an app, or {@code all}
     * @param verdict what people found out about what is half-done, if they did
     */
    public RepairPlanner(Apps apps, String appName, Optional<Verdict> verdict) {
        this.apps = apps;
        this.appName = appName;
        this.verdict = verdict;
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
        List<Step> steps = new ArrayList<>();
        List<Progress> stopped = history.halfDone().stream()
                .filter(progress -> isMeant(progress.migration().appName()))
                .toList();
        for (Progress progress : stopped) {
            settle(progress, ground, problems).ifPresent(steps::add);
        }
        if (verdict.isPresent() && stopped.isEmpty()) {
            problems.add(Problem.error(
                    Codes.JOURNAL_SETTLED,
                    "Nothing of app '" + appName + "' is half-done, so there is nothing to settle."));
        }
        for (HistoryEntry entry : history.entries()) {
            if (isMeant(entry.appName()) && history.halfDone(entry.ref()).isEmpty()) {
                apps.find(entry.ref())
                        .filter(migration -> ChangedMigration.is(entry, migration))
                        .ifPresent(migration -> accept(entry, migration, ground, steps, problems));
            }
        }
        return Plan.of(Course.REPAIR, steps, problems, nothingToDo(stopped), history);
    }

    private boolean isMeant(String app) {
        return appName.equals(App.ALL) || appName.equals(app);
    }

    private static String nothingToDo(List<Progress> stopped) {
        return "Nothing to repair."
                + (stopped.isEmpty() ? "" : " " + stopped.get(0).problem().message());
    }

    private void accept(
            HistoryEntry entry, Migration migration, Ground ground, List<Step> steps, List<Problem> problems) {
        try {
            Optional<String> reversal = entry.storedReversal()
                    .map(text -> ground.seal()
                            .seal(
                                    entry.ref(),
                                    migration.checksum(),
                                    ground.seal().open(entry)));
            steps.add(step(
                    Direction.FORWARDS,
                    entry,
                    Step.Work.recordOnly("its content as it is now ("
                            + migration.checksum().abbreviated() + ") is accepted for what ran ("
                            + entry.checksum().abbreviated() + "); nothing is run"),
                    new Ending.Amended(entry.withContent(migration.checksum(), reversal)),
                    Optional.empty()));
        } catch (ProblemException e) {
            problems.addAll(e.problems());
        }
    }

    private Optional<Step> settle(Progress progress, Ground ground, List<Problem> problems) {
        boolean inDoubt = progress.isInDoubt(progress.heading());
        boolean isAboutStatement =
                verdict.filter(v -> v == Verdict.DONE || v == Verdict.UNDONE).isPresent();
        if (verdict.isEmpty()) {
            if (inDoubt) {
                problems.add(progress.doubt());
            }
            return Optional.empty();
        }
        boolean isKnown = !progress.isInDoubt(progress.heading().opposite());
        if (isAboutStatement && isKnown) {
            problems.add(Problem.error(
                    Codes.JOURNAL_SETTLED,
                    "No statement is in doubt. " + progress.problem().message()));
            return Optional.empty();
        }
        HistoryEntry entry = BackwardsPlanner.entry(progress);
        return Optional.of(step(
                progress.half(),
                ground.history().find(progress.migration()).orElse(entry),
                Step.Work.recordOnly("settled as you say (" + verdict.get().word() + "): "
                        + progress.problem().message()),
                ending(progress, verdict.get(), ground),
                Optional.of(progress)));
    }

    private Ending ending(Progress progress, Verdict known, Ground ground) {
        return switch (known) {
            case DONE ->
                new Ending.Settled(progress.last()
                        .with(JournalEntry.State.DONE, progress.last().error()));
            case UNDONE ->
                new Ending.Settled(progress.last()
                        .with(JournalEntry.State.UNDONE, progress.last().error()));
            case NOTHING -> new Ending.Unchanged();
            case WHOLE ->
                progress.half() == Direction.FORWARDS
                        ? new Repetition(ground.history(), List.of())
                                .ending(progress.migration(), recorded(progress, ground))
                        : new Ending.Forgotten(
                                ground.history().find(progress.migration()).orElseThrow());
        };
    }

    private PlannedReversal recorded(Progress progress, Ground ground) {
        Migration migration = apps.find(progress.migration())
                .orElseThrow(() -> new ProblemException(Problem.error(
                        Codes.JOURNAL_SETTLED,
                        "No pack has migration '" + progress.migration()
                                + "', so it can't be recorded. Add the pack that has it.")));
        return new PlannedReversal.Planning(migration, "", ground.adapter(), ground.catalogue()).recorded();
    }

    private Step step(
            Direction direction, HistoryEntry entry, Step.Work work, Ending ending, Optional<Progress> former) {
        return new Step(
                direction,
                entry.ref(),
                apps.find(entry.ref()).map(Migration::description).orElse(entry.description()),
                work,
                apps.find(entry.ref()).map(Migration::checksum).orElse(entry.checksum()),
                ending,
                former,
                List.of());
    }
}
