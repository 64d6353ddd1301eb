package dev.palindrome.adapters.http.run;

import dev.palindrome.adapters.http.load.LockView;
import dev.palindrome.application.Palindrome;
import dev.palindrome.domain.history.History;
import dev.palindrome.domain.journal.Progress;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.StepFailure;
import dev.palindrome.domain.result.StepOutcome;
import dev.palindrome.domain.result.StepResult;
import dev.palindrome.domain.run.Workspace;
import dev.palindrome.spi.Direction;
import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.JournalEntry;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationRef;
import dev.palindrome.spi.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What became of a run that this server knows by its id alone, since another one began it, or this one was started again:
 * read off the history and the journal. A step that was rolled back leaves no trace, so it counts as not started.
 */
final class Traces {
    private final Palindrome palindrome;
    private final LockView lock;

    Traces(Palindrome palindrome, LockView lock) {
        this.palindrome = palindrome;
        this.lock = lock;
    }

    /** {@return how the run with that id stands, as the history has it now} */
    RunView view(String id, RunId run) {
        Optional<String> holder = lock.holder(); // before the history, so that what it did last is seen
        Workspace workspace = palindrome.workspace();
        History history = read(workspace);
        KnownIds known = new KnownIds(workspace.apps(), history);
        Map<PlannedStep, StepResult> told = new LinkedHashMap<>();
        long done = 0;
        for (Stretch stretch : run.stretches()) {
            List<StepResult> steps = stretch.steps(known).stream()
                    .map(step ->
                            told.computeIfAbsent(step, first -> result(first, run.startedOn(), history, workspace)))
                    .toList();
            done += done(stretch, steps);
        }
        List<PlannedStep> planned = List.copyOf(told.keySet());
        List<StepResult> steps = List.copyOf(told.values());
        boolean success = done == run.total();
        Optional<String> runner = success ? Optional.empty() : holder;
        MigrationResult result = new MigrationResult(
                success,
                message(planned.size(), run.total(), done, runner),
                Optional.of(run.course()),
                Optional.of(run.planHash()),
                false,
                steps,
                workspace
                        .masking()
                        .problems(halfDone(planned, history)
                                .map(Progress::problem)
                                .toList()));
        return new RunView(
                id,
                run.appName(),
                run.startedOn(),
                runner.isPresent() ? Optional.empty() : Optional.of(lastTrace(planned, run.startedOn(), history)),
                Optional.empty(),
                Optional.empty(),
                result);
    }

    /** Steps run in their order, so all of a stretch are done if the last one is, also those whose names nobody knows any more. */
    private static long done(Stretch stretch, List<StepResult> steps) {
        return steps.get(steps.size() - 1).outcome().isComplete()
                ? stretch.count()
                : steps.stream().filter(step -> step.outcome().isComplete()).count();
    }

    private static History read(Workspace workspace) {
        try (Session session = workspace.database().openSession()) {
            return workspace.read(session);
        }
    }

    private static StepResult result(PlannedStep step, Instant startedOn, History history, Workspace workspace) {
        MigrationRef ref = step.migration();
        Optional<HistoryEntry> entry = history.find(ref);
        Optional<Progress> halfDone = history.halfDone(ref);
        return new StepResult(
                ref.appName(),
                ref.id().value(),
                entry.map(HistoryEntry::description)
                        .or(() -> workspace.apps().find(ref).map(Migration::description))
                        .orElse(""),
                step.direction(),
                halfDone.map(Traces::stopped).orElseGet(() -> outcome(step, startedOn, entry)),
                step.direction() == Direction.FORWARDS
                        ? entry.map(HistoryEntry::duration).orElse(Duration.ZERO)
                        : Duration.ZERO,
                workspace
                        .apps()
                        .find(ref)
                        .map(m -> m.isTransactional(step.direction()))
                        .orElse(true),
                List.of(),
                List.of(),
                List.of(),
                halfDone.map(progress -> workspace.masking().failure(failure(progress.last()))));
    }

    private static StepOutcome stopped(Progress progress) {
        return progress.isInDoubt(progress.heading()) ? StepOutcome.IN_DOUBT : StepOutcome.FAILED;
    }

    private static StepOutcome outcome(PlannedStep step, Instant startedOn, Optional<HistoryEntry> entry) {
        boolean ranSince = entry.filter(e -> !e.ranOn().isBefore(startedOn)).isPresent();
        if (step.direction() == Direction.FORWARDS) {
            return !ranSince
                    ? StepOutcome.NOT_STARTED
                    : entry.orElseThrow().faked() ? StepOutcome.FAKED : StepOutcome.DONE;
        }
        return entry.isPresent() && !ranSince ? StepOutcome.NOT_STARTED : StepOutcome.DONE;
    }

    private static StepFailure failure(JournalEntry row) {
        return new StepFailure(
                row.ordinal(),
                row.statement(),
                Location.of(row.ref().toString()),
                row.error().orElse("It was interrupted there, or is under way."));
    }

    private static String message(int known, int total, long done, Optional<String> runner) {
        String counted = "As the history has it, " + done + " of " + total + " migrations are done";
        if (done == total) {
            return counted + ".";
        }
        String untold = known == total ? "" : ", of which " + (total - known) + " can't be told";
        return counted
                + untold
                + runner.map(holder -> " so far, and " + holder + " runs migrations now.")
                        .orElse(
                                ", and nobody runs migrations now. What is not done was rolled back or not begun, or has "
                                        + "been taken back since.");
    }

    private static Stream<Progress> halfDone(List<PlannedStep> steps, History history) {
        return steps.stream().flatMap(step -> history.halfDone(step.migration()).stream());
    }

    private static Instant lastTrace(List<PlannedStep> steps, Instant startedOn, History history) {
        return Stream.concat(
                        steps.stream()
                                .flatMap(step -> history.find(step.migration()).stream())
                                .map(HistoryEntry::ranOn),
                        halfDone(steps, history).map(progress -> progress.last().notedOn()))
                .filter(instant -> !instant.isBefore(startedOn))
                .reduce(startedOn, (one, other) -> one.isAfter(other) ? one : other);
    }
}
