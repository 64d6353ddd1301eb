package dev.palindrome.application.configuration;

import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where a pack is.
 *
 * @param appName the app, if the user named it; else the folder's name
 * @param path a jar, a folder of migration files, or a folder of jars
 * @param format the format of the folder's files, if the user named it; else it is recognised
 * @param settings what the format may want to know besides, by name
 */
public record PackSource(Optional<String> appName, Path path, Optional<String> format, Map<String, String> settings) {
    public PackSource {
        settings = Map.copyOf(settings);
    }

    /** A source whose format needs to know nothing besides. */
    public PackSource(Optional<String> appName, Path path, Optional<String> format) {
        this(appName, path, format, Map.of());
    }

    /**
     * Reads {@code [APP=]PATH}.
     *
     * @throws ProblemException with {@code pack/not-found} if there is no path
     */
    public static PackSource parse(String text) {
        int equals = text.indexOf('=');
        boolean named = equals > 0 && text.substring(0, equals).chars().noneMatch(c -> c == '/' || c == '\\');
        String path = named ? text.substring(equals + 1) : text;
        if (path.isBlank()) {
            throw new ProblemException(Problem.error(
                    ConfigurationCodes.PACK_NOT_FOUND,
                    "The pack '" + text + "' has no path. Write APP=PATH, or the path alone; '.' is this folder."));
        }
        Optional<String> appName = named ? Optional.of(text.substring(0, equals)) : Optional.empty();
        return new PackSource(appName, Path.of(path), Optional.empty());
    }

    /** {@return whether the other names the same app or the same path, and so is meant instead} */
    boolean isReplacedBy(PackSource other) {
        boolean sameApp = appName.isPresent() && appName.equals(other.appName);
        return sameApp || isAt(path).equals(isAt(other.path));
    }

    private static Path isAt(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /** {@return the same source in a forced format} */
    public PackSource withFormat(Optional<String> name) {
        return new PackSource(appName, path, name, settings);
    }
}
