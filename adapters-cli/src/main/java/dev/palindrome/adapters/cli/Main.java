package dev.palindrome.adapters.cli;

import dev.palindrome.adapters.cli.terminal.Streams;
import dev.palindrome.adapters.cli.terminal.Traits;
import dev.palindrome.application.Version;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the command line begins. */
public final class Main {
    private Main() {}

    /** Runs one command, and ends the process with its exit code. */
    public static void main(String[] args) {
        // answered before anything else is loaded
        if (args.length == 1 && args[0].equals("--version")) {
            System.out.println("palindrome " + Version.current());
            if (System.out.checkError()) {
                System.err.println("error: The version could not be written to standard output.");
                System.exit(ExitCode.INTERNAL.code());
            }
            return;
        }
        System.exit(new CommandTree(surroundings()).run(args));
    }

    /** {@return this process's surroundings} */
    static Surroundings surroundings() {
        return new Surroundings(
                Streams.ofProcess(),
                Traits.detect(),
                System.getenv(),
                new Places(
                        Path.of(""),
                        Optional.ofNullable(System.getProperty("palindrome.home"))
                                .map(Path::of)),
                List.of());
    }
}
