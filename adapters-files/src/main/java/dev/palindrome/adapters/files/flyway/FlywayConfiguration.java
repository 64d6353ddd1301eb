package dev.palindrome.adapters.files.flyway;

import dev.palindrome.adapters.files.flyway.FlywayOptions.Option;
import dev.palindrome.adapters.files.source.SourceFile;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.MigrationFolder;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads Flyway's own configuration, where there is one: the nearest, in the folder of migrations or in one above it. TOML goes
 * before {@code flyway.conf}, and a user's own TOML before the one that all share.
 */
final class FlywayConfiguration {
    private static final int HIGHEST = 6;
    private static final String CONF = "flyway.conf";
    private static final List<String> TOML = List.of("flyway.toml", "flyway.user.toml");
    private static final String PREFIX = "flyway.";
    private static final Option DEFAULT_ENVIRONMENT = new Option("default", Location.of("flyway.toml"));

    private final MigrationFolder folder;
    private final FlywayOptions said;
    private final Map<String, Option> options = new HashMap<>();

    private FlywayConfiguration(MigrationFolder folder, FlywayOptions said) {
        this.folder = folder;
        this.said = said;
    }

    /**
     * Looks for it.
     *
     * @param folder the folder of migrations
     * @param said what is said elsewhere, and goes before it
     * @return what it says besides, by option
     * @throws ProblemException if it can't be read
     */
    static Map<String, Option> above(MigrationFolder folder, FlywayOptions said) {
        FlywayConfiguration found = new FlywayConfiguration(folder, said);
        Path at = folder.path().toAbsolutePath().normalize();
        for (int height = 0; at != null && height < HIGHEST && !found.isIn(at); height++) {
            at = at.getParent();
        }
        return found.options;
    }

    private boolean isIn(Path place) {
        List<String> toml = TOML.stream()
                .filter(name -> Files.isRegularFile(place.resolve(name)))
                .toList();
        Map<String, Option> written = new HashMap<>();
        for (String name : toml) {
            SourceFile file = file(place, name, Optional.empty());
            TomlFile.read(file).forEach((key, value) -> written.put(key, new Option(value, file.place())));
        }
        toml(written);
        boolean isConf = toml.isEmpty() && Files.isRegularFile(place.resolve(CONF));
        if (isConf) {
            conf(file(place, CONF, said.value("configFileEncoding")));
        }
        return isConf || !toml.isEmpty();
    }

    private void conf(SourceFile file) {
        for (ConfFile.Entry entry : ConfFile.read(file, folder.settings().environment())) {
            if (entry.key().startsWith(PREFIX)) {
                options.put(FlywayOptions.plain(entry.key()), new Option(entry.value(), entry.place()));
            }
        }
    }

    /** What an environment says goes before what is said for all; its placeholders stand instead of all others. */
    private void toml(Map<String, Option> written) {
        Option environment = written.getOrDefault("flyway.environment", DEFAULT_ENVIRONMENT);
        String own = "environments." + said.value("environment").orElse(environment.value()) + ".";
        Map<String, Option> meant = new HashMap<>(under(PREFIX, written));
        Map<String, Option> besides = under(own + PREFIX, written);
        if (besides.keySet().stream().anyMatch(FlywayOptions::isPlaceholder)) {
            meant.keySet().removeIf(FlywayOptions::isPlaceholder);
        }
        meant.putAll(under(own, written));
        meant.putAll(besides);
        Resolvers resolvers = new Resolvers(folder.settings().environment());
        meant.forEach((name, option) -> {
            if (FlywayOptions.isAsked(name) && said.value(name).isEmpty()) {
                options.put(name, new Option(resolvers.resolved(name, option.value(), option.place()), option.place()));
            }
        });
    }

    private static Map<String, Option> under(String prefix, Map<String, Option> written) {
        Map<String, Option> under = new HashMap<>();
        written.forEach((key, option) -> {
            if (key.startsWith(prefix)) {
                under.put(FlywayOptions.plain(key.substring(prefix.length())), option);
            }
        });
        return under;
    }

    private SourceFile file(Path place, String fileName, Optional<String> encoding) {
        if (encoding.isEmpty()) {
            return SourceFile.read(new MigrationFolder(folder.appName(), place, List.of(fileName)), fileName);
        }
        String path = place.resolve(fileName).toString();
        try {
            return new SourceFile(Files.readString(place.resolve(fileName), Charset.forName(encoding.get())), path);
        } catch (IOException | IllegalArgumentException e) {
            throw new ProblemException(Problem.error(
                            FlywayCodes.CONFIGURATION,
                            "The file can't be read as '" + encoding.get() + "' (" + e
                                    + "). Say which encoding it has as Flyway's option 'configFileEncoding'.")
                    .at(Location.of(path)));
        }
    }
}
