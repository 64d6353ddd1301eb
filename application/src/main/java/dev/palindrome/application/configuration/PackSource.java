package dev.palindrome.application.configuration;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a pack is.
 *
 * @param appName the app, if the user named it; else the folder's name
 * @param path a jar, a folder of migration files, or a folder of jars
 * @param format the format of the folder's files, if the user named it; else it is recognised
 */
public record PackSource(Optional<String> appName, Path path, Optional<String> format) {

    /** Reads {@code [APP=]PATH}. */
    public static PackSource parse(String text) {
        int equals = text.indexOf('=');
        boolean named = equals > 0 && text.substring(0, equals).chars().noneMatch(c -> c == '/' || c == '\\');
        return named
                ? new PackSource(
                        Optional.of(text.substring(0, equals)), Path.of(text.substring(equals + 1)), Optional.empty())
                : new PackSource(Optional.empty(), Path.of(text), Optional.empty());
    }

    /** {@return the same source in a forced format} */
    public PackSource withFormat(Optional<String> name) {
        return new PackSource(appName, path, name);
    }
}
