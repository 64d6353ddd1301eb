package dev.palindrome.adapters.cli;

import dev.palindrome.domain.run.Terms;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code palindrome clean}. */
@Command(
        name = "clean",
        description = "Forgets history entries whose migration no pack has; asks before it does.",
        abbreviateSynopsis = true,
        sortOptions = false,
        footer = "%nWhat those migrations changed stays. Options of every command: palindrome --help")
final class CleanCommand implements Callable<Integer>, Refusable {
    private final Context context;

    @Parameters(paramLabel = "APP", description = "The app, or 'all'.")
    private String app = "";

    @Option(
            names = {"-y", "--auto-agree"},
            description = "Don't ask.")
    private boolean autoAgree;

    CleanCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        return context.run(palindrome -> palindrome.clean(app, Terms.ASK.withAutoAgree(autoAgree)));
    }
}
