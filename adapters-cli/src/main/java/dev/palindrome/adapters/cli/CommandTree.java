package dev.palindrome.adapters.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** Which commands there are, and how a command line finds its own. */
final class CommandTree {
    private static final Map<String, Function<Context, Object>> COMMANDS = commands();

    private final Surroundings surroundings;

    CommandTree(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    private static Map<String, Function<Context, Object>> commands() {
        Map<String, Function<Context, Object>> commands = new LinkedHashMap<>();
        commands.put("forwards", ForwardsCommand::new);
        commands.put("backwards", BackwardsCommand::new);
        commands.put("sync", SyncCommand::new);
        commands.put("tag", TagCommand::new);
        commands.put("check", CheckCommand::new);
        commands.put("new", NewCommand::new);
        commands.put("clean", CleanCommand::new);
        commands.put("repair", RepairCommand::new);
        commands.put("adopt", AdoptCommand::new);
        commands.put("packs", PacksCommand::new);
        commands.put("adapters", AdaptersCommand::new);
        commands.put("serve", ServeCommand::new);
        commands.put("quickstart", QuickstartCommand::new);
        commands.put("generate-completion", GenerateCompletionCommand::new);
        return commands;
    }

    /** Runs one command line. */
    int run(String... args) {
        Context context = new Context(surroundings, List.of(args));
        Failures failures = new Failures(context);
        CommandLine line = build(context, needed(args))
                .setParameterExceptionHandler(failures::usage)
                .setExecutionExceptionHandler((e, command, parsed) -> failures.thrown(e, command))
                .setExecutionStrategy(parsed -> execute(parsed, failures));
        int code = line.execute(args);
        surroundings.streams().flush();
        return surroundings.streams().lostOutput() ? failures.lostOutput(code) : code;
    }

    /** The outermost fence: jars that don't fit together end a command as any error inside does. */
    private static int execute(ParseResult parsed, Failures failures) {
        try {
            return new RunLast().execute(parsed);
        } catch (Error e) {
            List<CommandLine> called = parsed.asCommandLineList();
            return failures.thrown(e, called.get(called.size() - 1));
        }
    }

    /** {@return every command, ready to describe itself} */
    static CommandLine all(Context context) {
        return build(context, COMMANDS.keySet());
    }

    /**
     * The commands that these words can mean. Each costs time to build, so those whose names don't occur are left out;
     * where no name occurs, and for help, all are there.
     */
    private static Set<String> needed(String... args) {
        List<String> words = Arrays.asList(args);
        Set<String> named = words.stream().filter(COMMANDS::containsKey).collect(Collectors.toSet());
        boolean all = named.isEmpty() || words.contains("-h") || words.contains("--help");
        return all ? COMMANDS.keySet() : named;
    }

    private static CommandLine build(Context context, Set<String> names) {
        CommandLine line = new CommandLine(new RootCommand(context));
        COMMANDS.forEach((name, command) -> {
            if (names.contains(name)) {
                line.addSubcommand(name, command.apply(context));
            }
        });
        line.setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(context.surroundings().streams().out())
                .setErr(context.surroundings().streams().err())
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(100)
                .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
        line.getSubcommands().values().forEach(CommandTree::listOnlyOwnOptions);
        return line;
    }

    /** The help of a command lists its own options; those of every command are in the help of the whole. */
    private static void listOnlyOwnOptions(CommandLine command) {
        command.getHelpSectionMap()
                .put(
                        UsageMessageSpec.SECTION_KEY_OPTION_LIST,
                        help -> help.optionListExcludingGroups(help.commandSpec().options().stream()
                                .filter(option -> !option.inherited())
                                .toList()));
    }
}
