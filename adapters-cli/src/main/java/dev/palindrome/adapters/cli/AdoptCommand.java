package dev.palindrome.adapters.cli;

import dev.palindrome.application.Palindrome;
import dev.palindrome.domain.result.MigrationResult;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code palindrome adopt}. */
@Command(
        name = "adopt",
        description =
                "Takes over the history of another tool: shows how each of its rows stands to the migrations here, asks, "
                        + "and records them all at once. Runs nothing, and never writes to the tool's own tables.",
        abbreviateSynopsis = true,
        sortOptions = false,
        footer = "%nOptions of every command: palindrome --help")
final class AdoptCommand implements Callable<Integer>, Refusable {
    private final Context context;

    @Parameters(paramLabel = "APP", description = "The app that adopts.")
    private String app = "";

    @Option(
            names = "--from",
            paramLabel = "TOOL",
            description = "The tool, such as flyway or goose; recognised from its tables unless you say.")
    private @Nullable String tool;

    @Mixin
    private final TermsOptions terms = new TermsOptions();

    AdoptCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (Palindrome palindrome = context.open()) {
            MigrationResult result = palindrome.adopt(app, Optional.ofNullable(tool), terms.terms());
            return context.answer(terms.answer(result, context), ExitCode.of(result));
        }
    }
}
