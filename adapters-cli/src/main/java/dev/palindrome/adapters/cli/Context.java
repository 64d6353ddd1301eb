package dev.palindrome.adapters.cli;

import dev.palindrome.adapters.cli.terminal.Answer;
import dev.palindrome.adapters.cli.terminal.Manner;
import dev.palindrome.adapters.cli.terminal.ResultAnswer;
import dev.palindrome.adapters.cli.terminal.Terminal;
import dev.palindrome.application.Palindrome;
import dev.palindrome.application.PalindromeBuilder;
import dev.palindrome.application.configuration.Configuration;
import dev.palindrome.domain.result.MigrationResult;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What all commands of one command line share: its options, the terminal, and the engine that they open. */
final class Context {
    private final Surroundings surroundings;
    private final List<String> words;
    private final GlobalOptions options = new GlobalOptions();
    private @Nullable Terminal terminal;

    Context(Surroundings surroundings, List<String> words) {
        this.surroundings = surroundings;
        this.words = List.copyOf(words);
    }

    Surroundings surroundings() {
        return surroundings;
    }

    /** {@return what the user typed after the program's name} */
    List<String> words() {
        return words;
    }

    GlobalOptions options() {
        return options;
    }

    /** {@return the terminal in the manner that the options ask for; call it once they have been read} */
    Terminal terminal() {
        Terminal made = terminal;
        if (made == null) {
            made = terminal(options.manner());
            terminal = made;
        }
        return made;
    }

    Terminal terminal(Manner manner) {
        return new Terminal(surroundings.streams(), surroundings.traits(), manner, surroundings.environment());
    }

    Configuration configuration() {
        return new Settings(options, surroundings.places().folder()).configuration(surroundings.environment());
    }

    Palindrome open(Configuration configuration) {
        Logging.begin(terminal().isVerbose());
        PalindromeBuilder builder = Palindrome.on(configuration).module(new TerminalModule(terminal()));
        surroundings.modules().forEach(builder::module);
        return builder.build();
    }

    Palindrome open() {
        return open(configuration());
    }

    /** Runs something, and answers with its result. */
    int run(Function<Palindrome, MigrationResult> use) {
        try (Palindrome palindrome = open()) {
            MigrationResult result = use.apply(palindrome);
            return answer(new ResultAnswer(result), ExitCode.of(result));
        }
    }

    int answer(Answer answer, ExitCode code) {
        terminal().print(answer);
        return code.code();
    }
}
