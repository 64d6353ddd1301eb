package dev.palindrome.adapters.cli;

import dev.palindrome.application.Version;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The program itself: without a command's name, it says which there are. */
@Command(
        name = "palindrome",
        description = "Migrates databases, and goes backwards as safely as forwards.",
        versionProvider = RootCommand.Versions.class,
        abbreviateSynopsis = true,
        sortOptions = false,
        synopsisSubcommandLabel = "COMMAND",
        optionListHeading = "%nOptions of every command, before or after its name:%n",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Begin with 'palindrome quickstart'; it needs no database.",
            "Exit codes: 0 done, 1 failed or refused, 2 wrong usage, 3 a check found something,",
            "            4 no connection or lock, 5 an error inside Palindrome."
        })
final class RootCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    final GlobalOptions options;

    @Option(names = "--version", versionHelp = true, description = "Show the version.")
    boolean version;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    RootCommand(Context context) {
        this.context = context;
        this.options = context.options();
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(context.surroundings().streams().err());
        return ExitCode.USAGE.code();
    }

    /** Tells the version when it is asked for among other words. */
    static final class Versions implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"palindrome " + Version.current()};
        }
    }
}
