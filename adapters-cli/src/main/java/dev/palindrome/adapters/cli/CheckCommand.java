package dev.palindrome.adapters.cli;

import dev.palindrome.adapters.cli.terminal.Answer;
import dev.palindrome.adapters.cli.terminal.CheckAnswer;
import dev.palindrome.application.Palindrome;
import dev.palindrome.domain.app.App;
import dev.palindrome.domain.result.CheckReport;
import dev.palindrome.spi.Problem;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code palindrome check}. */
@Command(
        name = "check",
        description = "Says how each migration stands.",
        abbreviateSynopsis = true,
        sortOptions = false,
        footer = "%nOptions of every command: palindrome --help")
final class CheckCommand implements Callable<Integer>, Refusable {
    private final Context context;

    @Parameters(arity = "0..1", paramLabel = "APP|all", description = "The app; all unless you say otherwise.")
    private String app = App.ALL;

    @Option(
            names = "--fail-if-pending",
            description = "Exit with 3 if a migration has yet to run, or a pack can't be read.")
    private boolean failIfPending;

    CheckCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (Palindrome palindrome = context.open()) {
            CheckReport report = palindrome.report(app);
            ExitCode usual = ExitCode.ofAnswer(report.problems());
            boolean found = report.hasPending() || usual != ExitCode.DONE;
            return context.answer(new CheckAnswer(report), failIfPending && found ? ExitCode.FOUND : usual);
        }
    }

    @Override
    public Answer refused(List<Problem> problems) {
        return new CheckAnswer(new CheckReport(List.of(), problems));
    }
}
