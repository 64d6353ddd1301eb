package dev.palindrome.adapters.cli;

import dev.palindrome.adapters.cli.terminal.AdaptersAnswer;
import dev.palindrome.adapters.cli.terminal.Answer;
import dev.palindrome.application.Palindrome;
import dev.palindrome.application.discovery.Discovery;
import dev.palindrome.spi.Problem;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code palindrome adapters}. */
@Command(
        name = "adapters",
        description = "Lists the databases that can be migrated, and what each can do.",
        abbreviateSynopsis = true,
        sortOptions = false,
        footer = "%nOptions of every command: palindrome --help")
final class AdaptersCommand implements Callable<Integer>, Refusable {
    private final Context context;

    AdaptersCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (Palindrome palindrome = context.open()) {
            Discovery discovery = palindrome.discovery();
            return context.answer(new AdaptersAnswer(discovery.adapters(), discovery.adapterProblems()), ExitCode.DONE);
        }
    }

    @Override
    public Answer refused(List<Problem> problems) {
        return new AdaptersAnswer(List.of(), problems);
    }
}
