package dev.palindrome.application.discovery;

import dev.palindrome.application.configuration.ConfigurationCodes;
import dev.palindrome.application.configuration.PackSource;
import dev.palindrome.application.configuration.YamlFile;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a folder's {@code pack.yaml} says of it. The file may be missing, and so may everything in it.
 *
 * @param app the app's name, unless the user names it otherwise
 * @param format the format of its files
 * @param dependsOn the apps it depends on
 * @param settings what the format may want to know besides, by name
 */
record PackManifest(
        @Nullable String app,
        @Nullable String format,
        @Nullable List<Dependency> dependsOn,
        @Nullable Map<String, String> settings) {
    private static final String FILE_NAME = "pack.yaml";
    private static final PackManifest NONE = new PackManifest(null, null, List.of(), null);

    /** Reads the manifest of a folder. */
    static PackManifest of(Path folder) {
        Path file = folder.resolve(FILE_NAME);
        PackManifest read = Files.isRegularFile(file) ? YamlFile.read(file, PackManifest.class) : null;
        if (read == null) {
            return NONE;
        }
        for (Dependency dependency : read.dependencies()) {
            if (dependency.app() == null) {
                throw new ProblemException(Problem.error(
                                ConfigurationCodes.CONFIGURATION_INVALID,
                                "A dependency in 'dependsOn' needs the name of its app. Add it: {app: NAME}.")
                        .at(Location.of(file.toString())));
            }
        }
        return read;
    }

    List<Dependency> dependencies() {
        return dependsOn == null ? List.of() : dependsOn;
    }

    /** What is set here, and what the configuration sets, which counts more. */
    Map<String, String> settings(PackSource source) {
        Map<String, String> all = new TreeMap<>(settings == null ? Map.of() : settings);
        all.putAll(source.settings());
        return all;
    }

    /**
     * An app that this one depends on.
     *
     * @param app its name
     * @param path where its folder is, relative to this one; may be missing if its pack comes from elsewhere
     */
    record Dependency(String app, @Nullable String path) {}
}
