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
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts asterisks in the place of secrets in all that leaves the domain for somebody's eyes. What runs, and what the history
 * stores, keeps them.
 */
public final class Masking {
    private static final String ASTERISKS = "***";

    /** As they may stand in a text, the longest first, so that one which holds another goes whole. */
    private final List<String> secrets;

    private Masking(List<String> secrets) {
        this.secrets = secrets;
    }

    /**
     * Masks these.
     *
     * @param secrets as they stand in statements; what is shown may also have them within a literal of SQL or in JSON
     */
    public static Masking of(Collection<String> secrets) {
        Set<String> forms = new LinkedHashSet<>();
        for (String secret : secrets) {
            Set<String> once = quoted(secret);
            forms.addAll(once);
            once.forEach(form -> forms.addAll(quoted(form)));
        }
        forms.remove("");
        return new Masking(forms.stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList());
    }

    private static Set<String> quoted(String text) {
        String backslashed = text.replace("\\", "\\\\");
        return new LinkedHashSet<>(List.of(
                text,
                text.replace("'", "''"),
                text.replace("\"", "\"\""),
                backslashed.replace("\"", "\\\""),
                backslashed.replace("'", "''")));
    }

    /** {@return the text without secrets} */
    public String text(String text) {
        String masked = text;
        for (String secret : secrets) {
            masked = masked.replace(secret, ASTERISKS);
        }
        return masked;
    }

    /** {@return the texts without secrets} */
    public List<String> texts(List<String> texts) {
        return secrets.isEmpty() ? texts : texts.stream().map(this::text).toList();
    }

    /** {@return the problems without secrets} */
    public List<Problem> problems(List<Problem> problems) {
        return secrets.isEmpty()
                ? problems
                : problems.stream()
                        .map(problem -> new Problem(
                                problem.code(), problem.severity(), text(problem.message()), problem.location()))
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

    /** {@return the row of the journal without secrets but in the engine's own note} */
    public JournalEntry row(JournalEntry row) {
        return new JournalEntry(
                row.appName(),
                row.migrationId(),
                row.direction(),
                row.ordinal(),
                row.checksum(),
                text(row.statement()),
                row.note(),
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
        return secrets.isEmpty()
                ? step
                : new StepResult(
                        step.appName(),
                        step.migrationId(),
                        step.description(),
                        step.direction(),
                        step.outcome(),
                        step.duration(),
                        step.transactional(),
                        texts(step.statements()),
                        step.ownStatements(),
                        texts(step.notes()),
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
