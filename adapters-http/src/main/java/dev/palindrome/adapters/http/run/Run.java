package dev.palindrome.adapters.http.run;

import dev.palindrome.domain.plan.Step;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.StepOutcome;
import dev.palindrome.domain.result.StepResult;
import dev.palindrome.domain.run.RunListener;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.MigrationId;
import dev.palindrome.spi.MigrationRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** An approved plan on its way, and what came of it. Watched by any number of threads while one runs it. */
final class Run implements RunListener {
    private final String id;
    private final String appName;
    private final String hash;
    private final BooleanSupplier goesOn;
    private final MigrationResult plan;
    private final Instant startedOn;
    private final EventLog events = new EventLog();
    private final List<StepResult> done = new ArrayList<>();
    private Optional<String> waitingFor = Optional.empty();
    private long waitingSince;
    private Duration waited = Duration.ZERO;
    private Optional<RunView.Current> current = Optional.empty();
    private Optional<MigrationResult> result = Optional.empty();
    private Optional<Instant> finishedOn = Optional.empty();

    /**
     * A run that has not begun.
     *
     * @param id what it is about
     * @param plan what a preview of it says
     * @param goesOn whether to begin another step
     */
    Run(RunId id, MigrationResult plan, BooleanSupplier goesOn) {
        this.id = id.encode();
        this.appName = id.appName();
        this.goesOn = goesOn;
        this.hash = id.planHash();
        this.plan = plan;
        this.startedOn = id.startedOn();
    }

    String id() {
        return id;
    }

    String appName() {
        return appName;
    }

    String hash() {
        return hash;
    }

    Instant startedOn() {
        return startedOn;
    }

    EventLog events() {
        return events;
    }

    /** {@return how long others held it up} */
    synchronized Duration waited() {
        return waited;
    }

    /** {@return how it stands now} */
    synchronized RunView view() {
        return new RunView(id, appName, startedOn, finishedOn, waitingFor, current, result.orElseGet(this::soFar));
    }

    @Override
    public void waitingFor(String holder) {
        synchronized (this) {
            waitingSince = waitingFor.isPresent() ? waitingSince : System.nanoTime();
            waitingFor = Optional.of(holder);
        }
        events.add("waiting", RunJson.waiting(holder));
    }

    @Override
    public boolean goesOn() {
        return goesOn.getAsBoolean();
    }

    @Override
    public void stepStarted(Step step, int number, int total) {
        RunView.Current now = RunView.Current.step(step, number, total);
        move(Optional.of(now));
        events.add("step-started", RunJson.step(now));
    }

    @Override
    public void statementStarted(Step step, Instruction instruction, int number, int total) {
        RunView.Statement statement = new RunView.Statement(number, total, instruction.text());
        move(current().map(now -> now.at(statement)));
        events.add("statement-started", RunJson.statement(step, statement, Optional.empty()));
    }

    @Override
    public void statementDone(Step step, Instruction instruction, int number, int total, Duration duration) {
        RunView.Statement statement = new RunView.Statement(number, total, instruction.text());
        events.add("statement-done", RunJson.statement(step, statement, Optional.of(duration)));
    }

    @Override
    public void stepDone(StepResult step, int number, int total) {
        synchronized (this) {
            done.add(step);
            current = Optional.empty();
        }
        events.add("step-done", RunJson.stepDone(step, number, total));
    }

    /** The run is over, and that came of it. */
    void finish(MigrationResult end, Instant now) {
        synchronized (this) {
            result = Optional.of(end.direction().isPresent() ? end : ofPlan(end));
            finishedOn = Optional.of(now);
            waitNoMore();
            current = Optional.empty();
        }
        events.addLast("run-done", json -> RunJson.write(json, view()));
    }

    /** What ended before it was planned again went the way of the plan that was approved. */
    private MigrationResult ofPlan(MigrationResult end) {
        return new MigrationResult(
                end.success(), end.message(), plan.direction(), plan.planHash(), false, end.steps(), end.problems());
    }

    private synchronized Optional<RunView.Current> current() {
        return current;
    }

    private synchronized void move(Optional<RunView.Current> now) {
        current = now;
        waitNoMore();
    }

    /** Called by those who have this object's monitor. */
    private void waitNoMore() {
        if (waitingFor.isPresent()) {
            waited = waited.plusNanos(System.nanoTime() - waitingSince);
            waitingFor = Optional.empty();
        }
    }

    /** What is done, then the rest of the plan; steps that another runner did meanwhile stand in the rest until the end. */
    private MigrationResult soFar() {
        List<StepResult> steps = new ArrayList<>(done);
        Set<MigrationRef> migrations = done.stream().map(Run::migration).collect(Collectors.toSet());
        plan.steps().stream()
                .filter(step -> !migrations.contains(migration(step)))
                .forEach(step -> steps.add(notStarted(step)));
        return new MigrationResult(
                false,
                "Running: " + done.size() + " of " + plan.steps().size() + " migrations so far",
                plan.direction(),
                plan.planHash(),
                false,
                steps,
                plan.problems());
    }

    private static MigrationRef migration(StepResult step) {
        return new MigrationRef(step.appName(), new MigrationId(step.migrationId()));
    }

    private static StepResult notStarted(StepResult step) {
        return new StepResult(
                step.appName(),
                step.migrationId(),
                step.description(),
                step.direction(),
                StepOutcome.NOT_STARTED,
                step.duration(),
                step.transactional(),
                step.statements(),
                step.ownStatements(),
                step.notes(),
                step.failure());
    }
}
