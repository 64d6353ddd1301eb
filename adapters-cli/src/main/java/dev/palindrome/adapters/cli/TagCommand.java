package dev.palindrome.adapters.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code palindrome tag}. */
@Command(
        name = "tag",
        description = "Names the present state of an app, so that one can go back to it.",
        abbreviateSynopsis = true,
        sortOptions = false,
        footer = "%nGo back with: palindrome backwards APP --to-tag NAME. "
                + "Options of every command: palindrome --help")
final class TagCommand implements Callable<Integer>, Refusable {
    private final Context context;

    @Parameters(index = "0", paramLabel = "APP", description = "The app.")
    private String app = "";

    @Parameters(index = "1", paramLabel = "NAME", description = "The name, such as a release's.")
    private String tag = "";

    TagCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        return context.run(palindrome -> palindrome.tag(app, tag));
    }
}
