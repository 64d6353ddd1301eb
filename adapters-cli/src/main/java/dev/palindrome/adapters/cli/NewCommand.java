package dev.palindrome.adapters.cli;

import dev.palindrome.domain.problem.Codes;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code palindrome new}. */
@Command(
        name = "new",
        description = "Writes the file of a new migration into the app's folder.",
        abbreviateSynopsis = true,
        sortOptions = false,
        footer = "%nWith --format sql, which is usual, the migration is written in SQL. "
                + "Options of every command: palindrome --help")
final class NewCommand implements Callable<Integer>, Refusable {
    private static final String SQL = "sql";

    private final Context context;

    @Parameters(paramLabel = "APP", description = "The app; its pack must be a folder.")
    private String app = "";

    @Option(names = "--description", paramLabel = "TEXT", description = "What the migration is for, in one line.")
    private String description = "";

    NewCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        takeFormat();
        return context.run(palindrome -> palindrome.newMigration(app, description));
    }

    /** Here {@code --format} says what to write in. Every format that there is holds SQL, in the way of its folder. */
    private void takeFormat() {
        GlobalOptions options = context.options();
        if (SQL.equals(options.format)) {
            options.format = null;
        } else if ("yaml".equals(options.format)) {
            throw new ProblemException(Problem.error(
                    Codes.NEW_FORMAT, "A new migration can't be written in 'yaml'. There is: " + SQL + "."));
        }
    }
}
