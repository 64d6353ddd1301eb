package dev.palindrome.adapters.cli.terminal;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.palindrome.application.json.ResultJson;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.StepFailure;
import dev.palindrome.domain.result.StepOutcome;
import dev.palindrome.domain.result.StepResult;
import dev.palindrome.spi.Problem;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What a run came to. The lines of steps that ran are printed by {@link Progress} while they run; here is the rest.
 *
 * @param result the result
 */
public record ResultAnswer(MigrationResult result) implements Answer {
    private static final int MOST_LINES = 12;

    @Override
    public void text(Terminal terminal) {
        boolean hasRun = result.steps().stream()
                .anyMatch(step -> step.outcome() != StepOutcome.NOT_STARTED && step.outcome() != StepOutcome.PLANNED);
        result.failedStep().ifPresent(step -> failure(step, terminal));
        if (hasRun && !terminal.isQuiet()) {
            result.steps().stream()
                    .filter(step -> step.outcome() == StepOutcome.NOT_STARTED)
                    .forEach(step -> terminal.out().println(StepLine.of(step, terminal.outStyle())));
        }
        if (result.success() && !terminal.isQuiet()) {
            terminal.out().println(terminal.outStyle().sentence(result.message()));
        }
    }

    private static void failure(StepResult step, Terminal terminal) {
        StepFailure failure = step.failure().orElseThrow();
        List<String> lines = failure.text().strip().lines().toList();
        Style style = terminal.outStyle();
        terminal.out()
                .println(style.faint("  " + failure.location() + ", statement " + Math.max(1, failure.index()) + ":"));
        lines.stream().limit(MOST_LINES).forEach(line -> terminal.out().println("    " + line));
        if (lines.size() > MOST_LINES) {
            terminal.out().println(style.faint("    " + (lines.size() - MOST_LINES) + " more lines"));
        }
    }

    @Override
    public void json(JsonGenerator json) throws IOException {
        ResultJson.write(json, result);
    }

    @Override
    public List<Problem> problems() {
        return result.problems();
    }

    @Override
    public Optional<String> heading() {
        boolean said = result.success()
                || result.problems().stream().anyMatch(p -> p.message().equals(result.message()));
        return said ? Optional.empty() : Optional.of(result.message());
    }
}
