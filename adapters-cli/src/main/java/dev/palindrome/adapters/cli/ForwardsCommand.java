package dev.palindrome.adapters.cli;

import dev.palindrome.application.Palindrome;
import dev.palindrome.domain.ForwardsRequest;
import dev.palindrome.domain.plan.Target;
import dev.palindrome.domain.result.MigrationResult;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code palindrome forwards}. */
@Command(
        name = "forwards",
        description = "Runs what is pending.",
        abbreviateSynopsis = true,
        sortOptions = false,
        footer = "%nThe target is 'all' unless you say otherwise. Options of every command: palindrome --help")
final class ForwardsCommand implements Callable<Integer>, Refusable {
    private final Context context;

    @Mixin
    private final TargetOptions target = new TargetOptions();

    @Option(names = "--fake", description = "Record the migrations as run, and don't run them.")
    private boolean fake;

    @Mixin
    private final TermsOptions terms = new TermsOptions();

    ForwardsCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        ForwardsRequest request = new ForwardsRequest(target.app, target.targetOr(Target.ALL), fake, terms.terms());
        try (Palindrome palindrome = context.open()) {
            MigrationResult result = palindrome.forwards(request);
            return context.answer(terms.answer(result, context), ExitCode.of(result));
        }
    }
}
