package dev.palindrome.adapters.cli;

import dev.palindrome.spi.MigrationFormat.Language;
import java.util.Locale;
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
        footer = "%nWith --format yaml the migration is written in YAML, else in SQL. "
                + "Options of every command: palindrome --help")
final class NewCommand implements Callable<Integer>, Refusable {
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
        Language language = takeLanguage();
        return context.run(palindrome -> palindrome.newMigration(app, description, language));
    }

    /** Here {@code --format} says what to write in; a folder's format can be forced all the same. */
    private Language takeLanguage() {
        GlobalOptions options = context.options();
        for (Language language : Language.values()) {
            if (language.name().toLowerCase(Locale.ROOT).equals(options.format)) {
                options.format = null;
                return language;
            }
        }
        return Language.SQL;
    }
}
