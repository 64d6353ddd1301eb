package dev.palindrome.adapters.files.flyway;

import dev.palindrome.adapters.files.flyway.FlywayName.Kind;
import dev.palindrome.adapters.files.source.Findings;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.MigrationFolder;
import dev.palindrome.spi.ProblemCodes;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of a folder and of all folders in it, by what they are. Which folder a file is in says nothing. What Flyway would
 * pass over is found here, and so is what can't be carried over.
 */
final class FlywayFiles {
    private static final List<String> CODE =
            List.of(".java", ".class", ".kt", ".groovy", ".scala", ".ps1", ".py", ".sh", ".bash", ".bat", ".cmd");

    private final FlywayOptions options;
    private final Findings findings;
    private final Map<Kind, SortedMap<FlywayVersion, FlywayFile>> byVersion = new EnumMap<>(Kind.class);
    private final Map<Kind, SortedMap<String, FlywayFile>> byDescription = new EnumMap<>(Kind.class);

    FlywayFiles(MigrationFolder root, FlywayOptions options, Findings findings) {
        this.options = options;
        this.findings = findings;
        collect(root);
    }

    /** {@return whether a folder, or one in it if it has no SQL itself, has a migration by its files' names} */
    static boolean hasMigration(MigrationFolder folder, FlywayOptions options) {
        List<String> scripts = folder.fileNames().stream()
                .filter(name -> FlywayName.stem(name, options.suffixes()).isPresent())
                .toList();
        return scripts.isEmpty()
                ? folder.subfolderNames().stream().anyMatch(name -> hasMigration(folder.subfolder(name), options))
                : scripts.stream()
                        .map(name -> FlywayName.parse(name, options))
                        .flatMap(Optional::stream)
                        .anyMatch(name -> name.kind() != Kind.CALLBACK
                                && (name.kind() != Kind.UNDO || name.version().isPresent()));
    }

    /** {@return the files of a kind, by their versions} */
    SortedMap<FlywayVersion, FlywayFile> ofVersion(Kind kind) {
        return byVersion.computeIfAbsent(kind, k -> new TreeMap<>());
    }

    /** {@return the files of a kind that have no version, by their descriptions} */
    SortedMap<String, FlywayFile> ofDescription(Kind kind) {
        return byDescription.computeIfAbsent(kind, k -> new TreeMap<>());
    }

    private void collect(MigrationFolder folder) {
        Set<String> names = new HashSet<>(folder.fileNames());
        for (String fileName : folder.fileNames()) {
            Optional<String> stem = FlywayName.stem(fileName, options.suffixes());
            if (stem.isEmpty()) {
                reportOther(folder, fileName, names);
                continue;
            }
            FlywayName.ofStem(stem.get(), options)
                    .ifPresentOrElse(
                            name -> enter(new FlywayFile(
                                    name, folder, fileName, names.contains(FlywayFile.configurationOf(fileName)))),
                            () -> reportIgnored(folder, fileName));
        }
        folder.subfolderNames().forEach(name -> collect(folder.subfolder(name)));
    }

    private void enter(FlywayFile file) {
        FlywayName name = file.name();
        if (name.kind() == Kind.CALLBACK) {
            reportCallback(file);
            return;
        }
        Optional<FlywayFile> other = Optional.ofNullable(
                name.version().isPresent()
                        ? ofVersion(name.kind()).putIfAbsent(name.version().get(), file)
                        : ofDescription(name.kind()).putIfAbsent(name.key(), file));
        other.ifPresent(o -> findings.error(
                ProblemCodes.MIGRATION_DUPLICATE,
                "'" + o.path() + "' and '" + file.path() + "' are both the "
                        + name.kind().word() + " file of "
                        + name.version().map(v -> "version " + v).orElse("'" + name.key() + "'")
                        + ". Give one of them another "
                        + (name.version().isPresent() ? "version." : "description."),
                file.place()));
    }

    private void reportCallback(FlywayFile file) {
        String event = file.name().prefix();
        String message =
                "'" + file.fileName() + "' is a callback that Flyway runs at " + event + ". It is not run here. ";
        if (CallbackEvent.isPartOfRuns(event) && !options.leavesCallbacksOut()) {
            findings.error(
                    FlywayCodes.CALLBACK,
                    message
                            + "Put what it does into a migration, a repeatable one if it should run again; or, if the migrations "
                            + "can do without, say so in the settings of the pack: callbacks: left-out",
                    file.place());
        } else {
            findings.warning(FlywayCodes.CALLBACK, message + "The migrations do without.", file.place());
        }
    }

    private void reportIgnored(MigrationFolder folder, String fileName) {
        boolean isCase = FlywayName.stem(fileName, options.suffixes())
                .flatMap(stem ->
                        FlywayName.ofStem(stem.substring(0, 1).toUpperCase(Locale.ROOT) + stem.substring(1), options))
                .isPresent();
        findings.warning(
                FlywayCodes.IGNORED_FILE,
                "The file '" + fileName
                        + "' is ignored, as it is by Flyway: its name is of none of the forms V1__title.sql, "
                        + "U1__title.sql, R__title.sql and B1__title.sql"
                        + (isCase ? ", whose first letter is a capital" : ", with two low lines")
                        + ". Rename it, or move it out of the folder.",
                Location.of(folder.file(fileName).toString()));
    }

    private void reportOther(MigrationFolder folder, String fileName, Set<String> names) {
        Location place = Location.of(folder.file(fileName).toString());
        boolean isMigration = FlywayName.stem(fileName, CODE)
                .flatMap(stem -> FlywayName.ofStem(stem, options))
                .filter(name -> name.kind() != Kind.CALLBACK)
                .isPresent();
        if (isMigration) {
            findings.error(
                    FlywayCodes.NOT_SQL,
                    "'" + fileName
                            + "' is a migration that is no SQL, so it can't be run here. Write what it does as SQL, or as "
                            + "Java code in a pack, and move the file out of the folder.",
                    place);
        } else if (fileName.endsWith(".conf")
                && FlywayName.stem(fileName.substring(0, fileName.length() - ".conf".length()), options.suffixes())
                        .isPresent()
                && !names.contains(fileName.substring(0, fileName.length() - ".conf".length()))) {
            findings.warning(
                    FlywayCodes.IGNORED_FILE,
                    "'" + fileName + "' configures a script that isn't beside it. Rename it, or remove it.",
                    place);
        }
    }
}
