package dev.palindrome.domain.run;

import dev.palindrome.domain.plan.Step;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.Stakes;
import dev.palindrome.domain.result.StepFailure;
import dev.palindrome.domain.result.StepResult;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.JournalEntry;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Puts asterisks in the place of secrets in all that leaves the domain for somebody's eyes. What runs, and what the history
 * stores, keeps them.
 */
public final class Masking {
    private static final String ASTERISKS = "***";
    private static final String NOTE =
            "values that are secret stand as " + ASTERISKS + ", so this text can't be run by hand";

    private final List<Secret> secrets;

    private Masking(List<Secret> secrets) {
        this.secrets = secrets;
    }

    /** {@return what masks these, as they stand in statements} */
    public static Masking of(Collection<String> secrets) {
        return new Masking(secrets.stream()
                .filter(secret -> !secret.isBlank())
                .map(Secret::new)
                .toList());
    }

    /** {@return the text without secrets} */
    public String text(String text) {
        if (secrets.isEmpty()) {
            return text;
        }
        StringBuilder masked = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = end(text, at);
            if (end > at) {
                masked.append(ASTERISKS);
                at = end;
            } else {
                masked.append(text.charAt(at));
                at++;
            }
        }
        return masked.toString();
    }

    private int end(String text, int at) {
        int end = at;
        for (Secret secret : secrets) {
            end = Math.max(end, secret.end(text, at));
        }
        return end;
    }

    /** {@return the texts without secrets} */
    public List<String> texts(List<String> texts) {
        return texts.stream().map(this::text).toList();
    }

    /** {@return the problems without secrets} */
    public List<Problem> problems(List<Problem> problems) {
        return problems.stream()
                .map(problem ->
                        new Problem(problem.code(), problem.severity(), text(problem.message()), problem.location()))
                .toList();
    }

    /** {@return the failure without secrets} */
    public StepFailure failure(StepFailure failure) {
        return new StepFailure(
                failure.index(),
                text(failure.text()),
                failure.location(),
                text(failure.error()),
                failure.kept().map(this::text));
    }

    /** {@return the row of the journal without secrets, and without the engine's own note, which is nobody's to read} */
    public JournalEntry row(JournalEntry row) {
        return new JournalEntry(
                row.appName(),
                row.migrationId(),
                row.direction(),
                row.ordinal(),
                row.checksum(),
                text(row.statement()),
                "",
                row.state(),
                row.error().map(this::text),
                row.notedOn(),
                row.notedBy());
    }

    /** {@return the result without secrets} */
    MigrationResult result(MigrationResult result) {
        return secrets.isEmpty()
                ? result
                : new MigrationResult(
                        result.success(),
                        text(result.message()),
                        result.direction(),
                        result.planHash(),
                        result.preview(),
                        result.steps().stream().map(this::step).toList(),
                        problems(result.problems()),
                        result.atStake().map(this::stakes));
    }

    /** {@return the same surroundings, to which no secret gets} */
    RunEnvironment environment(RunEnvironment environment) {
        Confirmation confirmation = environment.confirmation();
        return secrets.isEmpty()
                ? environment
                : environment
                        .with((Confirmation) question -> confirmation.confirm(text(question)))
                        .with(new MaskedListener(environment.listener()));
    }

    private StepResult step(StepResult step) {
        List<String> statements = texts(step.statements());
        List<String> notes = new ArrayList<>(texts(step.notes()));
        if (!statements.equals(step.statements())) {
            notes.add(NOTE);
        }
        return new StepResult(
                step.appName(),
                step.migrationId(),
                step.description(),
                step.direction(),
                step.outcome(),
                step.duration(),
                step.transactional(),
                statements,
                step.ownStatements(),
                notes,
                step.failure().map(this::failure));
    }

    private Stakes stakes(Stakes stakes) {
        return new Stakes(
                stakes.tables(), stakes.columns(), stakes.rows(), stakes.totalRows(), texts(stakes.uncounted()));
    }

    private Instruction instruction(Instruction instruction) {
        return instruction instanceof Statement statement
                ? new Statement(text(statement.sql()), statement.parameters(), statement.kind(), statement.location())
                : instruction;
    }

    /** Tells another one all but secrets. */
    private final class MaskedListener implements RunListener {
        private final RunListener told;

        MaskedListener(RunListener told) {
            this.told = told;
        }

        @Override
        public void waitingFor(String holder) {
            told.waitingFor(holder);
        }

        @Override
        public boolean goesOn() {
            return told.goesOn();
        }

        @Override
        public void stepStarted(Step step, int number, int total) {
            told.stepStarted(step, number, total);
        }

        @Override
        public void statementStarted(Step step, Instruction instruction, int number, int total) {
            told.statementStarted(step, instruction(instruction), number, total);
        }

        @Override
        public void statementDone(Step step, Instruction instruction, int number, int total, Duration duration) {
            told.statementDone(step, instruction(instruction), number, total, duration);
        }

        @Override
        public void stepDone(StepResult result, int number, int total) {
            told.stepDone(step(result), number, total);
        }

        @Override
        public void runDone(MigrationResult result) {
            told.runDone(result(result));
        }
    }
}
