package dev.palindrome.adapters.cli;

import dev.palindrome.application.Palindrome;
import dev.palindrome.domain.BackwardsRequest;
import dev.palindrome.domain.plan.Target;
import dev.palindrome.domain.result.MigrationResult;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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

    @Option(
            names = "--only",
            paramLabel = "ID",
            description = "That one and none of those that ran after it, if nothing depends on it.")
    private @Nullable String only;

    @Option(names = "--to-tag", paramLabel = "NAME", description = "What ran after the state that has that tag.")
    private @Nullable String toTag;

    @Option(names = "--clean", description = "Delete each migration's files once its reversal is committed.")
    private boolean clean;

    @Mixin
    private final TermsOptions terms = new TermsOptions();

    BackwardsCommand(Context context) {
        this.context = context;
    }

    private Map<String, Optional<Target>> own() {
        Map<String, Optional<Target>> own = new LinkedHashMap<>();
        own.put("--only", Optional.ofNullable(only).map(Target::only));
        own.put("--to-tag", Optional.ofNullable(toTag).map(Target::tag));
        return own;
    }

    @Override
    public Integer call() {
        BackwardsRequest request =
                new BackwardsRequest(target.app, target.targetOr(own(), Target.count(1)), clean, terms.terms());
        try (Palindrome palindrome = context.open()) {
            MigrationResult result = palindrome.backwards(request);
            return context.answer(terms.answer(result, context), ExitCode.of(result));
        }
    }
}
