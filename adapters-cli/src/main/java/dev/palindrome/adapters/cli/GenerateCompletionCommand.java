package dev.palindrome.adapters.cli;

import dev.palindrome.adapters.cli.terminal.FactAnswer;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;

/** {@code palindrome generate-completion}. */
@Command(
        name = "generate-completion",
        description = "Prints a script that completes commands in bash and zsh.",
        abbreviateSynopsis = true,
        footer = {
            "",
            "For this shell:  source <(palindrome generate-completion)",
            "Options of every command: palindrome --help"
        })
final class GenerateCompletionCommand implements Callable<Integer>, Refusable {
    private final Context context;

    GenerateCompletionCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        String script = AutoComplete.bash("palindrome", CommandTree.all(context));
        return context.answer(new FactAnswer("script", script, script), ExitCode.DONE);
    }
}
