package dev.palindrome.application.configuration;

import dev.palindrome.application.configuration.Configuration.DatabaseSettings;
import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the configuration from a file and the environment. Paths in the file are relative to the file. */
public final class ConfigurationReader {
    /** The file that is looked for in a folder and its parents. */
    public static final String FILE_NAME = "palindrome.yaml";

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h)");

    private final Map<String, String> environment;

    /** A reader with that environment, whose variables begin with {@code PALINDROME_}. */
    public ConfigurationReader(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * Reads the configuration.
     *
     * @param named the file that the user named, if any
     * @param folder where to look for a file otherwise: there, and in its parents
     * @throws ProblemException if the named file isn't there, or something in it or in the environment is wrong
     */
    public Configuration read(Optional<Path> named, Path folder) {
        Optional<Path> file = named.or(() -> find(folder));
        return withEnvironment(file.map(ConfigurationReader::readFile).orElse(Configuration.EMPTY));
    }

    /** Reads the first line of a file that holds a password. */
    public static String readPassword(Path file) {
        try {
            return Files.readString(file).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.error(
                            ConfigurationCodes.CONFIGURATION_MISSING,
                            "The password file '" + file + "' can't be read (" + e + "). Check its name and rights."),
                    e);
        }
    }

    /** The folder's own file is named as the folder is, so that messages have short paths. */
    private static Optional<Path> find(Path folder) {
        Path own = folder.resolve(FILE_NAME);
        if (Files.isRegularFile(own)) {
            return Optional.of(own);
        }
        for (Path here = folder.toAbsolutePath().normalize(); here != null; here = here.getParent()) {
            Path file = here.resolve(FILE_NAME);
            if (Files.isRegularFile(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    private static Configuration readFile(Path file) {
        ConfigurationFile content = YamlFile.read(file, ConfigurationFile.class);
        if (content == null) {
            return Configuration.EMPTY;
        }
        try {
            return content.toConfiguration(file);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    Problem.error(ConfigurationCodes.CONFIGURATION_INVALID, e.getMessage() + ". Mend the file.")
                            .at(Location.of(file.toString())),
                    e);
        }
    }

    private Configuration withEnvironment(Configuration configuration) {
        DatabaseSettings database = new DatabaseSettings(
                        variable("URL", Function.identity()),
                        variable("USER", Function.identity()),
                        variable("PASSWORD", Function.identity())
                                .or(() -> variable("PASSWORD_FILE", text -> readPassword(Path.of(text)))))
                .or(configuration.database());
        ServerSettings server = configuration.server();
        ServerSettings bound = variable("BIND", server::withBind).orElse(server);
        return configuration
                .with(database)
                .with(variable("HISTORY_TABLE", HistoryTable::parse).orElse(configuration.historyTable()))
                .withSigningKey(variable("SIGNING_KEY", SigningKey::of)
                        .or(() -> variable("SIGNING_KEY_FILE", text -> SigningKey.read(Path.of(text))))
                        .or(configuration::signingKey))
                .withLockTimeout(
                        variable("LOCK_TIMEOUT", ConfigurationReader::duration).orElse(configuration.lockTimeout()))
                .with(variable("PORT", text -> bound.withPort(Integer.parseInt(text)))
                        .orElse(bound))
                .plusPacks(variable("PACK", text -> List.of(PackSource.parse(text)))
                        .orElse(List.of()))
                .plusPluginFolders(
                        variable("PACKS", text -> List.of(Path.of(text))).orElse(List.of()))
                .plusPluginFolders(
                        variable("ADAPTERS", text -> List.of(Path.of(text))).orElse(List.of()));
    }

    private <T> Optional<T> variable(String name, Function<String, T> reader) {
        String full = "PALINDROME_" + name;
        String text = environment.get(full);
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(text));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    Problem.error(
                            ConfigurationCodes.CONFIGURATION_INVALID,
                            "The environment variable " + full + " is wrong: " + e.getMessage() + "."),
                    e);
        }
    }

    /** Reads {@code 500ms}, {@code 30s}, {@code 5m}, {@code 1h}. */
    static Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no duration such as 500ms, 30s, 5m or 1h");
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
    }
}
