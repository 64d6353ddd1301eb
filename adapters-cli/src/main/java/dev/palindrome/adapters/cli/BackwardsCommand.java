package dev.palindrome.adapters.cli;

import dev.palindrome.application.Palindrome;
import dev.palindrome.domain.BackwardsRequest;
import dev.palindrome.domain.plan.Target;
import dev.palindrome.domain.result.MigrationResult;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code palindrome backwards}. */
@Command(
        name = "backwards",
        description = "Reverses what has run, the most recent first; asks before it does.",
        abbreviateSynopsis = true,
        sortOptions = false,
        footer = "%nThe target is '1', the most recent, unless you say otherwise. "
                + "Options of every command: palindrome --help")
final class BackwardsCommand implements Callable<Integer>, Refusable {
    private final Context context;

    @Mixin
    private final TargetOptions target = new TargetOptions();

    @Option(names = "--clean", description = "Delete each migration's files once its reversal is committed.")
    private boolean clean;

    @Mixin
    private final TermsOptions terms = new TermsOptions();

    BackwardsCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        BackwardsRequest request =
                new BackwardsRequest(target.app, target.targetOr(Target.count(1)), clean, terms.terms());
        try (Palindrome palindrome = context.open()) {
            MigrationResult result = palindrome.backwards(request);
            return context.answer(terms.answer(result, context), ExitCode.of(result));
        }
    }
}
