package dev.palindrome.adapters.cli;

import dev.palindrome.adapters.cli.terminal.FactAnswer;
import dev.palindrome.adapters.cli.terminal.Terminal;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code palindrome quickstart}: what it shows are real runs of the commands that it prints. */
@Command(
        name = "quickstart",
        description = "The whole tour, on an embedded database; needs nothing.",
        abbreviateSynopsis = true,
        footer = "%nIt works in the folder " + QuickstartFolder.NAME
                + ", which it makes here and leaves for you to edit.")
final class QuickstartCommand implements Callable<Integer>, Refusable {
    private static final List<Stop> TOUR = List.of(
            new Stop(
                    "There are three apps; the shop needs the countries of geo. Go forwards, each app after what it needs:",
                    "forwards",
                    "all"),
            new Stop("The database keeps its own history. See how every migration stands:", "check"),
            new Stop(
                    "Going back is as ordinary. Look first: this is all that would run, with its transaction.",
                    "backwards",
                    "shop",
                    "--preview"),
            new Stop("Now do it. It would ask; --auto-agree says yes beforehand.", "backwards", "shop", "--auto-agree"),
            new Stop("That migration is pending again:", "check", "shop"),
            new Stop("And forwards again:", "forwards", "shop"));

    private final Context context;

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    QuickstartCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        GlobalOptions options = context.options();
        if (options.url != null || options.config != null || !options.packs.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "The quickstart has a database and packs of its own: leave --url, --config and --pack out");
        }
        Surroundings around = context.surroundings();
        QuickstartFolder folder = QuickstartFolder.prepare(around.places());
        Terminal terminal = context.terminal();
        terminal.say("A tour of Palindrome, on a database of its own.");
        terminal.sayCommand("cd " + folder.path());
        Surroundings inside = new Surroundings(
                terminal.isJson() ? around.streams().withoutOutput() : around.streams(),
                around.traits(),
                Map.of("PALINDROME_URL", folder.url()),
                new Places(folder.path(), around.places().home()),
                around.modules());
        for (Stop stop : TOUR) {
            terminal.say("");
            terminal.say(stop.shows());
            terminal.sayCommand(CommandText.of(stop.words()));
            int code = new CommandTree(inside).run(stop.words().toArray(String[]::new));
            if (code != ExitCode.DONE.code()) {
                terminal.say("The tour ends here. The files are in " + folder.path() + ".");
                return code;
            }
        }
        return context.answer(
                new FactAnswer("folder", folder.path().toString(), farewell(folder, around)), ExitCode.DONE);
    }

    private static String farewell(QuickstartFolder folder, Surroundings around) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("The files are in " + folder.path() + ", and yours to edit. Try there:");
        lines.add("  cd " + folder.path());
        lines.add("  palindrome new shop --description \"gift vouchers\"   # then write it");
        lines.add("  palindrome forwards shop --preview");
        lines.add("  palindrome forwards shop");
        lines.add("  palindrome backwards shop");
        lines.add("  palindrome serve");
        if (around.environment().containsKey("PALINDROME_URL")) {
            lines.add("PALINDROME_URL is set, and goes before the folder's palindrome.yaml: unset it there.");
        }
        around.places()
                .home()
                .map(home -> home.resolve("bin").toString())
                .filter(bin -> !List.of(
                                around.environment().getOrDefault("PATH", "").split(File.pathSeparator))
                        .contains(bin))
                .ifPresent(bin -> lines.add("'palindrome' is in " + bin + ", which is not on your PATH."));
        return String.join(System.lineSeparator(), lines);
    }

    /**
     * A command of the tour.
     *
     * @param shows what it shows
     * @param words what is typed after the program's name
     */
    private record Stop(String shows, List<String> words) {
        Stop(String shows, String... words) {
            this(shows, List.of(words));
        }
    }
}
