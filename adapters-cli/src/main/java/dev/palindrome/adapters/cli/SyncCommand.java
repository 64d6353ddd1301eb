package dev.palindrome.adapters.cli;

import dev.palindrome.application.Palindrome;
import dev.palindrome.domain.app.App;
import dev.palindrome.domain.result.MigrationResult;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code palindrome sync}. */
@Command(
        name = "sync",
        description =
                "Makes the database match the packs: reverses what they don't know, newest first, then goes forwards; "
                        + "asks before it reverses.",
        abbreviateSynopsis = true,
        sortOptions = false,
        footer = "%nOptions of every command: palindrome --help")
final class SyncCommand implements Callable<Integer>, Refusable {
    private final Context context;

    @Parameters(arity = "0..1", paramLabel = "APP", description = "The app; 'all' unless you say otherwise.")
    private String app = App.ALL;

    @Mixin
    private final TermsOptions terms = new TermsOptions();

    SyncCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (Palindrome palindrome = context.open()) {
            MigrationResult result = palindrome.sync(app, terms.terms());
            return context.answer(terms.answer(result, context), ExitCode.of(result));
        }
    }
}
