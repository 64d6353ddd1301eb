package dev.palindrome.adapters.cli;

import dev.palindrome.adapters.cli.terminal.Manner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Stack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** The options of every command. They may stand before or after its name. */
final class GlobalOptions {
    @Option(
            names = "--config",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "The configuration; else palindrome.yaml in this folder or a parent.")
    @Nullable
    Path config;

    @Option(names = "--url", scope = ScopeType.INHERIT, paramLabel = "JDBC_URL", description = "The database.")
    @Nullable
    String url;

    @Option(names = "--user", scope = ScopeType.INHERIT, paramLabel = "NAME", description = "The user in the database.")
    @Nullable
    String user;

    @Option(
            names = "--password-file",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "A file whose first line is the password; or set PALINDROME_PASSWORD.")
    @Nullable
    Path passwordFile;

    @Option(
            names = "--pack",
            scope = ScopeType.INHERIT,
            paramLabel = "[APP=]PATH",
            parameterConsumer = Adding.class,
            description = "A jar, a folder of migration files, or a folder of jars. Can be given more than once.")
    List<String> packs = new ArrayList<>();

    @Option(
            names = "--format",
            scope = ScopeType.INHERIT,
            paramLabel = "NAME",
            description = "The format of the packs' folders, where it isn't to be recognised.")
    @Nullable
    String format;

    @Option(
            names = "--packs",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            parameterConsumer = Adding.class,
            description = "A folder of jars with packs.")
    List<String> packFolders = new ArrayList<>();

    @Option(
            names = "--adapters",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            parameterConsumer = Adding.class,
            description = "A folder of jars with database adapters and drivers.")
    List<String> adapterFolders = new ArrayList<>();

    @Option(
            names = "--output",
            scope = ScopeType.INHERIT,
            paramLabel = "text|json",
            description = "json: one document on standard output, everything else on standard error.")
    Manner.Format output = Manner.Format.TEXT;

    @Option(
            names = "--color",
            scope = ScopeType.INHERIT,
            paramLabel = "auto|always|never",
            description = "When to colour; auto: on a terminal.")
    Manner.Color color = Manner.Color.AUTO;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Show the log, and the details of errors.")
    boolean verbose;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "Say only what was asked for, and what is wrong.")
    boolean quiet;

    @Option(
            names = {"-h", "--help"},
            scope = ScopeType.INHERIT,
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    Manner manner() {
        return new Manner(output, color, quiet ? Manner.Talk.QUIET : verbose ? Manner.Talk.VERBOSE : Manner.Talk.USUAL);
    }

    Optional<String> format() {
        return Optional.ofNullable(format);
    }

    /** Adds to what was given before: picocli would begin anew after the command's name. */
    static final class Adding implements IParameterConsumer {
        @Override
        public void consumeParameters(Stack<String> words, ArgSpec option, CommandSpec command) {
            if (words.isEmpty()) {
                throw new ParameterException(
                        command.commandLine(), "Option '" + ((OptionSpec) option).longestName() + "' needs a value");
            }
            List<String> values = option.getValue();
            values.add(words.pop());
        }
    }
}
