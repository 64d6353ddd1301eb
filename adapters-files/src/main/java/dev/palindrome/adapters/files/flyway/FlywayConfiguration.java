package dev.palindrome.adapters.files.flyway;

import dev.palindrome.spi.MigrationFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Flyway's own configuration, where there is one: the nearest, in the folder of migrations or in one above it. */
final class FlywayConfiguration {
    private static final int HIGHEST = 6;
    private static final List<String> NAMES = List.of("flyway.toml", "flyway.conf");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(?:env\\.)?([A-Za-z_][A-Za-z0-9_]*)}");

    private FlywayConfiguration() {}

    /** {@return what the nearest configuration says, by option; nothing if there is none} */
    static Map<String, String> above(MigrationFolder folder) {
        Path at = folder.path().toAbsolutePath().normalize();
        for (int height = 0; at != null && height < HIGHEST; height++) {
            for (String name : NAMES) {
                if (Files.isRegularFile(at.resolve(name))) {
                    return read(new MigrationFolder(folder.appName(), at, List.of(name)), name, folder);
                }
            }
            at = at.getParent();
        }
        return Map.of();
    }

    private static Map<String, String> read(MigrationFolder place, String name, MigrationFolder folder) {
        Map<String, String> options = new HashMap<>();
        String section = "";
        for (String line : place.text(name).lines().map(String::strip).toList()) {
            int equals = line.indexOf('=');
            if (line.startsWith("[")) {
                section = line.replaceAll("[\\[\\]\"' ]", "") + ".";
            } else if (!line.startsWith("#") && equals > 0) {
                String key = section + line.substring(0, equals).strip().replace("\"", "");
                if (key.startsWith("flyway.")) {
                    options.put(
                            FlywayOptions.plain(key),
                            expanded(unquoted(line.substring(equals + 1).strip()), folder));
                }
            }
        }
        return options;
    }

    /** A string of TOML without its quotes; a list of them as one text, with commas between them. */
    private static String unquoted(String value) {
        if (value.startsWith("[") && value.endsWith("]")) {
            return value.substring(1, value.length() - 1).replaceAll("[\"' ]", "");
        }
        for (String quote : List.of("\"", "'")) {
            int end = value.indexOf(quote, 1);
            if (value.startsWith(quote) && end > 0) {
                return value.substring(1, end);
            }
        }
        return value;
    }

    private static String expanded(String value, MigrationFolder folder) {
        Map<String, String> environment = folder.settings().environment();
        return VARIABLE.matcher(value)
                .replaceAll(found -> Matcher.quoteReplacement(
                        Optional.ofNullable(environment.get(found.group(1))).orElse(found.group())));
    }
}
