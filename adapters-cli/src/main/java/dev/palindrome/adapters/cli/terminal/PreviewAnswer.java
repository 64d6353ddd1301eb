package dev.palindrome.adapters.cli.terminal;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.palindrome.application.json.ResultJson;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.StepResult;
import dev.palindrome.spi.Problem;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/**
 * A plan that was only looked at, as SQL that can be pasted into the database's own client.
 *
 * @param result the preview
 * @param command what the user typed, without the words that made it a preview
 */
public record PreviewAnswer(MigrationResult result, String command) implements Answer {
    @Override
    public void text(Terminal terminal) {
        PrintWriter out = terminal.out();
        Style style = terminal.outStyle();
        int number = 1;
        for (StepResult step : result.steps()) {
            comment(out, style, title(step, number++));
            step.notes().forEach(note -> comment(out, style, note));
            step.statements().forEach(statement -> out.println(SqlText.terminated(statement)));
            out.println();
        }
        if (result.success()) {
            comment(out, style, result.message());
        }
        result.atStake().ifPresent(stakes -> stakes.lines().forEach(line -> comment(out, style, line)));
        if (result.success() && !result.steps().isEmpty()) {
            result.planHash().ifPresent(hash -> {
                comment(out, style, "plan " + hash);
                comment(out, style, "run exactly this with: " + command + " --plan " + hash);
            });
        }
    }

    private String title(StepResult step, int number) {
        String description = step.description().isBlank() ? "" : " " + step.description();
        return step.appName() + ":" + step.migrationId() + description + " ("
                + step.direction().word() + ", " + number + " of "
                + result.steps().size() + ")";
    }

    /** A line break in a description must not end the comment. */
    private static void comment(PrintWriter out, Style style, String text) {
        text.lines().forEach(line -> out.println(style.faint("-- " + style.sentence(line))));
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
        return new ResultAnswer(result).heading();
    }
}
