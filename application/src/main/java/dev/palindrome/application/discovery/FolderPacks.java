package dev.palindrome.application.discovery;

import dev.palindrome.application.configuration.ConfigurationCodes;
import dev.palindrome.application.configuration.PackSource;
import dev.palindrome.domain.app.App;
import dev.palindrome.domain.problem.Codes;
import dev.palindrome.spi.FormatSettings;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.MigrationFolder;
import dev.palindrome.spi.MigrationFormat;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Reads folders of migration files, each in the format that recognises it, and the folders that those depend on. */
final class FolderPacks {
    private final Collection<MigrationFormat> formats;
    private final Supplier<Optional<String>> database;
    private final Map<Path, App> read = new LinkedHashMap<>();

    /**
     * A reader of folders.
     *
     * @param formats how they can be read
     * @param database the name of the database's adapter, for formats that ask
     */
    FolderPacks(Collection<MigrationFormat> formats, Supplier<Optional<String>> database) {
        this.formats = formats;
        this.database = database;
    }

    /** {@return the formats that are on a class path} */
    static Providers<MigrationFormat> formats(ClassLoader loader) {
        return Providers.load(MigrationFormat.class, loader, ConfigurationCodes.FORMAT_BROKEN, format -> format);
    }

    /** {@return the apps that were read} */
    Collection<App> apps() {
        return read.values();
    }

    /** Reads a folder, once. */
    void read(PackSource source) {
        Path key = source.path().toAbsolutePath().normalize();
        if (read.containsKey(key)) {
            return;
        }
        PackManifest manifest = PackManifest.of(source.path());
        String name = source.appName()
                .or(() -> Optional.ofNullable(manifest.app()))
                .orElseGet(() -> String.valueOf(key.getFileName()));
        read.put(key, app(name, source, manifest));
        for (PackManifest.Dependency dependency : manifest.dependencies()) {
            String path = dependency.path();
            if (path != null) {
                read(new PackSource(
                        Optional.of(dependency.app()),
                        source.path().resolve(path).normalize(),
                        Optional.empty()));
            }
        }
    }

    private App app(String name, PackSource source, PackManifest manifest) {
        Set<String> dependsOn = manifest.dependencies().stream()
                .map(PackManifest.Dependency::app)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Location origin = Location.of(source.path().toString());
        try {
            FormatSettings settings = new FormatSettings(manifest.settings(source), System.getenv(), database);
            MigrationFolder folder = MigrationFolder.list(name, source.path(), settings);
            MigrationFormat format = format(folder, source.format().or(() -> Optional.ofNullable(manifest.format())));
            MigrationFormat.Contents contents = read(format, folder);
            List<Problem> problems = new ArrayList<>(contents.problems());
            if (contents.migrations().isEmpty() && problems.isEmpty()) {
                problems.add(empty(name, folder, format).at(origin));
            }
            return new App(
                    name,
                    dependsOn,
                    contents.migrations(),
                    Optional.empty(),
                    origin,
                    Optional.of(new App.Folder(source.path(), format, settings)),
                    problems);
        } catch (ProblemException e) {
            return new App(name, dependsOn, List.of(), Optional.empty(), origin, Optional.empty(), e.problems());
        }
    }

    private static MigrationFormat.Contents read(MigrationFormat format, MigrationFolder folder) {
        try {
            return format.read(folder);
        } catch (ProblemException e) {
            throw e;
        } catch (RuntimeException e) {
            // the fence round formats: whoever wrote it has to know, and users which folder it was
            throw new ProblemException(
                    Problem.error(
                                    ConfigurationCodes.FORMAT_BROKEN,
                                    "The format '" + format.name() + "' (" + Providers.origin(format.getClass())
                                            + ") failed to read '" + folder.path() + "': " + e + ".")
                            .at(Location.of(folder.path().toString())),
                    e);
        }
    }

    private MigrationFormat format(MigrationFolder folder, Optional<String> forced) {
        if (forced.isPresent()) {
            return formats.stream()
                    .filter(format -> format.name().equals(forced.get()))
                    .findFirst()
                    .orElseThrow(() ->
                            problem("There is no format '" + forced.get() + "'. There is: " + names(formats) + "."));
        }
        List<MigrationFormat> fitting =
                formats.stream().filter(format -> format.recognises(folder)).toList();
        if (fitting.size() > 1) {
            throw problem("The folder '" + folder.path() + "' could be written in several formats: " + names(fitting)
                    + ". Say which with --format NAME.");
        }
        return fitting.isEmpty() ? usual(folder) : fitting.get(0);
    }

    /** A folder without SQL files is taken for one of ours, so that the first can be written into it. */
    private MigrationFormat usual(MigrationFolder folder) {
        if (folder.fileNames().stream().anyMatch(name -> name.endsWith(".sql"))) {
            throw problem("No format recognises the names of the files in '" + folder.path()
                    + "'. Name them as one of these expects, or force it with --format NAME: " + names(formats) + ".");
        }
        return formats.stream()
                .filter(format -> format.name().equals("palindrome"))
                .findFirst()
                .orElseThrow(() -> problem("No format of migration files is installed."));
    }

    /** Makes sure that one more file in the format that a folder is read in doesn't leave the folder in two formats. */
    void requireOneFormat(String appName, App.Folder folder) {
        MigrationFolder there = MigrationFolder.list(appName, folder.path(), folder.settings());
        List<MigrationFormat> fitting =
                formats.stream().filter(format -> format.recognises(there)).toList();
        if (!fitting.isEmpty() && !fitting.contains(folder.format())) {
            throw new ProblemException(Problem.error(
                    Codes.NEW_FORMAT,
                    "The files in '" + folder.path() + "' are named as format " + names(fitting)
                            + " expects: with one in format " + folder.format().name()
                            + " the folder would be in two formats. Leave '--format "
                            + folder.format().name()
                            + "' away, or name another folder."));
        }
    }

    private static Problem empty(String name, MigrationFolder folder, MigrationFormat format) {
        int files = folder.fileNames().size();
        return Problem.warning(
                ConfigurationCodes.PACK_EMPTY,
                "App '" + name + "' has no migrations: "
                        + (files == 0
                                ? "the folder is empty"
                                : "none of the " + files + " files in the folder is named as format '" + format.name()
                                        + "' expects")
                        + ". Write the first with 'palindrome new " + name + "', or check the path.");
    }

    private static ProblemException problem(String message) {
        return new ProblemException(Problem.error(ConfigurationCodes.PACK_FORMAT, message));
    }

    private static String names(Collection<MigrationFormat> formats) {
        return formats.stream().map(MigrationFormat::name).sorted().collect(Collectors.joining(", "));
    }
}
