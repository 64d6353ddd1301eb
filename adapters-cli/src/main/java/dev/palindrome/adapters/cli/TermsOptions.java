package dev.palindrome.adapters.cli;

import dev.palindrome.adapters.cli.terminal.Answer;
import dev.palindrome.adapters.cli.terminal.PreviewAnswer;
import dev.palindrome.adapters.cli.terminal.ResultAnswer;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.run.Terms;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** On what terms a plan runs. */
final class TermsOptions {
    @Option(names = "--preview", description = "Show the SQL in order; run, ask and write nothing.")
    private boolean preview;

    @Option(
            names = {"-y", "--auto-agree"},
            description = "Don't ask.")
    private boolean autoAgree;

    @Option(names = "--plan", paramLabel = "HASH", description = "Run the plan of that hash, or refuse.")
    private @Nullable String plan;

    Terms terms() {
        return new Terms(autoAgree, preview, Optional.ofNullable(plan));
    }

    /** {@return the answer that shows that result} */
    Answer answer(MigrationResult result, Context context) {
        return preview ? new PreviewAnswer(result, CommandText.toRun(context.words())) : new ResultAnswer(result);
    }
}
