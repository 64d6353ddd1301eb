package dev.palindrome.adapters.files.mybatis;

import dev.palindrome.adapters.files.source.Findings;
import dev.palindrome.spi.FormatSettings;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.MigrationFolder;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;

/**
 * What an environment says of scripts, {@code environments/development.properties} beside their folder unless the pack's
 * setting {@code environment} names another. The settings of the pack go first, then {@code MIGRATIONS_…} variables.
 *
 * @param values by name
 */
record MybatisOptions(Map<String, String> values) {
    /** The history's table, unless an environment says otherwise. */
    static final String CHANGELOG = "CHANGELOG";

    private static final String USUAL = "development";
    private static final String PREFIX = "migrations_";
    private static final String HOOK = "hook_";
    private static final List<String> SETTINGS = List.of(
            "time_zone",
            "delimiter",
            "script_char_set",
            "full_line_delimiter",
            "send_full_script",
            "auto_commit",
            "remove_crs",
            "ignore_warnings",
            "driver_path",
            "driver",
            "url",
            "username",
            "password");

    MybatisOptions {
        values = Map.copyOf(values);
    }

    /** {@return the options for a folder of scripts; what can't be carried over is added to the findings} */
    static MybatisOptions of(MigrationFolder folder, Findings findings) {
        FormatSettings settings = folder.settings();
        Map<String, String> all = new HashMap<>(environment(folder, findings));
        settings.environment().forEach((name, value) -> {
            if (name.toLowerCase(Locale.ROOT).startsWith(PREFIX)) {
                all.put(name.substring(PREFIX.length()).toLowerCase(Locale.ROOT), value);
            }
        });
        all.putAll(settings.values());
        return new MybatisOptions(all);
    }

    private static Map<String, String> environment(MigrationFolder folder, Findings findings) {
        String fileName = folder.settings().value("environment").orElse(USUAL) + ".properties";
        Path parent = folder.path().toAbsolutePath().normalize().getParent();
        Path place = (parent == null ? folder.path() : parent).resolve("environments");
        if (!Files.isRegularFile(place.resolve(fileName))) {
            folder.settings()
                    .value("environment")
                    .ifPresent(name -> findings.error(
                            MybatisCodes.ENVIRONMENT,
                            "There is no environment '" + name + "', that is, no file '" + fileName
                                    + "' in the folder 'environments' beside the scripts. Mend the setting 'environment'.",
                            Location.of(place.resolve(fileName).toString())));
            return Map.of();
        }
        MigrationFolder environments = new MigrationFolder(folder.appName(), place, List.of(fileName));
        Map<String, String> values = properties(environments.text(fileName));
        boolean isLeftOut =
                folder.settings().value("hooks").filter("left-out"::equals).isPresent();
        for (String name : new TreeSet<>(values.keySet())) {
            if (name.startsWith(HOOK)) {
                hook(name, values.getOrDefault(name, ""), isLeftOut, environments.file(fileName), findings);
            }
        }
        Variables outer = new Variables(folder.settings().environment());
        values.replaceAll((name, value) -> outer.replaced(value));
        return values;
    }

    private static void hook(String name, String what, boolean isLeftOut, Path file, Findings findings) {
        String message = "'" + what + "' runs at every '" + name.substring(HOOK.length())
                + "' of MyBatis Migrations. It is not run here. ";
        if (isLeftOut) {
            findings.warning(MybatisCodes.HOOK, message + "The migrations do without.", Location.of(file.toString()));
        } else {
            findings.error(
                    MybatisCodes.HOOK,
                    message
                            + "Put what it does into a migration; or, if the migrations can do without, say so in the settings "
                            + "of the pack: hooks: left-out",
                    Location.of(file.toString()));
        }
    }

    private static Map<String, String> properties(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> values = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        return values;
    }

    /** {@return what stands for variables: all but the settings} */
    Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>(values);
        variables.keySet().removeIf(name -> SETTINGS.contains(name) || name.startsWith(HOOK));
        return variables;
    }

    String delimiter() {
        String delimiter = values.getOrDefault("delimiter", "").strip();
        return delimiter.isEmpty() ? ";" : delimiter;
    }

    boolean isDelimiterALine() {
        return is("full_line_delimiter");
    }

    boolean isSentWhole() {
        return is("send_full_script");
    }

    boolean commitsEachStatement() {
        return is("auto_commit");
    }

    String changelog() {
        return values.getOrDefault("changelog", CHANGELOG);
    }

    private boolean is(String name) {
        return Boolean.parseBoolean(values.getOrDefault(name, "false"));
    }
}
