package dev.palindrome.application.adopt;

import dev.palindrome.application.databases.TestDatabase;
import dev.palindrome.spi.Database;
import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.ForeignHistory;
import dev.palindrome.spi.ForeignHistory.Entry;
import dev.palindrome.spi.ForeignTables;
import dev.palindrome.spi.MigrationFolder;
import dev.palindrome.spi.MigrationFormat;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the history of another tool in a database says, read as {@code adopt} reads it. */
final class ForeignRows {
    private static final Pattern TABLE_NAME = Pattern.compile("[A-Z]+_[A-Z]+");

    private final TestDatabase database;
    private final ForeignHistory.Pack pack;

    /** The history for the migrations of a folder in that format. */
    ForeignRows(TestDatabase database, String format, Path path) {
        this.database = database;
        MigrationFolder folder = MigrationFolder.list("shop", path);
        MigrationFormat reader =
                found(MigrationFormat.class, candidate -> candidate.name().equals(format));
        this.pack = ForeignHistory.Pack.of(reader.read(folder).migrations(), Optional.of(folder));
    }

    /** {@return the tools whose history is in the database, in alphabetical order} */
    List<String> tools() {
        return withTables(tables -> ServiceLoader.load(ForeignHistory.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(history -> history.isThere(tables, pack))
                .map(ForeignHistory::tool)
                .sorted()
                .toList());
    }

    /** {@return a line for each entry and each problem, of the one tool whose history is there} */
    List<String> read() {
        String tool = tools().get(0);
        ForeignHistory history =
                found(ForeignHistory.class, candidate -> candidate.tool().equals(tool));
        ForeignHistory.Contents contents = withTables(tables -> history.read(tables, pack));
        List<String> lines = new ArrayList<>();
        contents.entries().forEach(entry -> lines.add(shown(entry)));
        contents.problems().forEach(problem -> lines.add(problem.severity() + " " + lowerCaseNames(problem)));
        return lines;
    }

    /** H2 has names in upper case. */
    private static String lowerCaseNames(Problem problem) {
        return TABLE_NAME
                .matcher(problem.toString())
                .replaceAll(name -> name.group().toLowerCase(Locale.ROOT));
    }

    private static String shown(Entry entry) {
        return entry.match() + " " + entry.id()
                + entry.ranOn().map(time -> " at " + time).orElse("")
                + entry.asRan()
                        .map(ran -> ran.reversal().operations().stream()
                                .map(Operation::fingerprint)
                                .collect(Collectors.joining("; ", ", back by: ", "")))
                        .orElse("")
                + (entry.row().isEmpty() ? ", without a row" : "");
    }

    private <T> T withTables(Function<ForeignTables, T> use) {
        DatabaseAdapter adapter = found(DatabaseAdapter.class, candidate -> candidate.serves(database.url()));
        try (Database connected = adapter.connect(DatabaseAddress.of(database.url()));
                Session session = connected.openSession()) {
            return use.apply(new ForeignTables(session, connected.inspector(), adapter.dialect()));
        }
    }

    private static <T> T found(Class<T> service, Predicate<T> wanted) {
        return ServiceLoader.load(service).stream()
                .map(ServiceLoader.Provider::get)
                .filter(wanted)
                .findFirst()
                .orElseThrow();
    }
}
