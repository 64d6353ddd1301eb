package dev.palindrome.adapters.cli;

import dev.palindrome.application.Palindrome;
import dev.palindrome.domain.plan.Verdict;
import dev.palindrome.domain.result.MigrationResult;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code palindrome repair}. */
@Command(
        name = "repair",
        description =
                "Puts the history right where only you know how: accepts changed content for what ran, and settles "
                        + "what is half-done; asks before it does, runs nothing of any migration and guesses nothing.",
        abbreviateSynopsis = true,
        sortOptions = false,
        footer = {
            "%nWhat --settle can say of a migration that stopped half-way:",
            "  done     the statement that was under way took effect",
            "  undone   the statement that was under way had no effect",
            "  whole    all of it has taken effect: you have done the rest by hand",
            "  nothing  nothing of it has any effect: you have taken back by hand what ran",
            "%nOptions of every command: palindrome --help"
        })
final class RepairCommand implements Callable<Integer>, Refusable {
    private final Context context;

    @Parameters(paramLabel = "APP", description = "The app, or 'all'.")
    private String app = "";

    @Option(names = "--settle", paramLabel = "done|undone|whole|nothing", description = "What you found out.")
    private @Nullable Verdict verdict;

    @Mixin
    private final TermsOptions terms = new TermsOptions();

    RepairCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (Palindrome palindrome = context.open()) {
            MigrationResult result = palindrome.repair(app, Optional.ofNullable(verdict), terms.terms());
            return context.answer(terms.answer(result, context), ExitCode.of(result));
        }
    }
}
