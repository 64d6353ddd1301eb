package dev.palindrome.adapters.cli;

import dev.palindrome.application.configuration.ConfigurationReader;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder that {@code quickstart} leaves behind: the distribution's examples, configured for an embedded database. What
 * is there already, stays, since somebody may have edited it; only the database is made anew.
 */
final class QuickstartFolder {
    static final String NAME = "palindrome-quickstart";
    static final String DATABASE = "quickstart.db";
    private static final Problem.Code NO_EXAMPLES = new Problem.Code("quickstart/no-examples", Problem.Kind.INPUT);
    private static final Problem.Code NOT_WRITTEN =
            new Problem.Code("quickstart/not-written", Problem.Kind.ENVIRONMENT);

    private final Path examples;
    private final Path folder;

    private QuickstartFolder(Path examples, Path folder) {
        this.examples = examples;
        this.folder = folder;
    }

    /**
     * Makes the folder, or makes it ready again.
     *
     * @throws ProblemException if the examples aren't there, or it can't be written
     */
    static QuickstartFolder prepare(Places places) {
        Path examples = places.home()
                .map(home -> home.resolve("examples"))
                .filter(folder -> Files.isRegularFile(folder.resolve(ConfigurationReader.FILE_NAME)))
                .orElseThrow(() -> new ProblemException(Problem.error(
                        NO_EXAMPLES,
                        "The examples are missing. Start quickstart with the distribution's own bin/palindrome.")));
        QuickstartFolder made = new QuickstartFolder(examples, places.folder().resolve(NAME));
        try {
            made.copy();
            made.resetDatabase();
            return made;
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.error(
                            NOT_WRITTEN,
                            "The folder '" + made.folder + "' can't be written (" + e
                                    + "). Run quickstart where you may write."),
                    e);
        }
    }

    Path path() {
        return folder;
    }

    /** {@return the database's URL as seen from the folder above} */
    String url() {
        String url = new ConfigurationReader(Map.of())
                .read(Optional.of(examples.resolve(ConfigurationReader.FILE_NAME)), examples)
                .database()
                .url()
                .orElseThrow();
        String there = examples.toAbsolutePath().normalize().toString().replace('\\', '/');
        return url.replace(there, folder.toString());
    }

    private void copy() throws IOException {
        List<Path> sources;
        try (Stream<Path> files = Files.walk(examples)) {
            sources = files.toList();
        }
        for (Path source : sources) {
            Path target = folder.resolve(examples.relativize(source).toString());
            if (Files.isDirectory(source)) {
                Files.createDirectories(target);
            } else if (Files.notExists(target)) {
                Files.copy(source, target);
            }
        }
    }

    private void resetDatabase() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, DATABASE + "*")) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }
}
