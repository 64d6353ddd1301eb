package dev.palindrome.adapters.cli;

import dev.palindrome.adapters.cli.terminal.Answer;
import dev.palindrome.adapters.cli.terminal.PacksAnswer;
import dev.palindrome.application.Palindrome;
import dev.palindrome.spi.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code palindrome packs}. */
@Command(
        name = "packs",
        description = "Lists the packs that were found.",
        abbreviateSynopsis = true,
        sortOptions = false,
        footer = "%nOptions of every command: palindrome --help")
final class PacksCommand implements Callable<Integer>, Refusable {
    private final Context context;

    PacksCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (Palindrome palindrome = context.open()) {
            List<Problem> problems =
                    new ArrayList<>(palindrome.discovery().apps().problems());
            palindrome.apps().forEach(app -> problems.addAll(app.problems()));
            return context.answer(
                    new PacksAnswer(palindrome.discovery().packs(), problems), ExitCode.ofAnswer(problems));
        }
    }

    @Override
    public Answer refused(List<Problem> problems) {
        return new PacksAnswer(List.of(), problems);
    }
}
