package dev.palindrome.adapters.files.flyway;

import dev.palindrome.adapters.files.flyway.FlywayName.Kind;
import dev.palindrome.spi.FormatSettings;
import dev.palindrome.spi.MigrationFolder;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What Flyway's own options say about files, under Flyway's own names: first as the settings of the pack have them, then as
 * {@code FLYWAY_…} variables of the environment, then as a {@code flyway.toml} or {@code flyway.conf} has them.
 *
 * @param values by their names without {@code flyway.}
 */
record FlywayOptions(Map<String, String> values) {
    static final FlywayOptions NONE = new FlywayOptions(Map.of());

    private static final String PLACEHOLDERS = "placeholders.";
    private static final String PREFIX = "flyway.";

    FlywayOptions {
        values = Map.copyOf(values);
    }

    /** {@return the options for a folder} */
    static FlywayOptions of(MigrationFolder folder) {
        FormatSettings settings = folder.settings();
        Map<String, String> all = new HashMap<>(FlywayConfiguration.above(folder));
        settings.environment().forEach((name, value) -> {
            if (name.startsWith("FLYWAY_PLACEHOLDERS_")) {
                all.put(
                        PLACEHOLDERS
                                + name.substring("FLYWAY_PLACEHOLDERS_".length())
                                        .toLowerCase(Locale.ROOT),
                        value);
            }
        });
        settings.values().forEach((name, value) -> all.put(plain(name), value));
        return new FlywayOptions(all);
    }

    /** {@return an option's name without {@code flyway.}; a placeholder's counts in any case} */
    static String plain(String name) {
        String plain = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
        return plain.startsWith(PLACEHOLDERS) ? plain.toLowerCase(Locale.ROOT) : plain;
    }

    /** {@return with what the names of each kind begin} */
    Map<Kind, String> prefixes() {
        Map<Kind, String> prefixes = new EnumMap<>(Kind.class);
        prefixes.put(Kind.VERSIONED, value("sqlMigrationPrefix", Kind.VERSIONED.prefix()));
        prefixes.put(Kind.UNDO, value("undoSqlMigrationPrefix", Kind.UNDO.prefix()));
        prefixes.put(Kind.BASELINE, value("baselineMigrationPrefix", Kind.BASELINE.prefix()));
        prefixes.put(Kind.REPEATABLE, value("repeatableSqlMigrationPrefix", Kind.REPEATABLE.prefix()));
        return prefixes;
    }

    String separator() {
        return value("sqlMigrationSeparator", "__");
    }

    List<String> suffixes() {
        return Arrays.stream(value("sqlMigrationSuffixes", ".sql").split(","))
                .map(String::strip)
                .filter(suffix -> !suffix.isEmpty())
                .toList();
    }

    /** {@return the name of the history's table; before version 5 it was {@code schema_version}} */
    Optional<String> table() {
        return Optional.ofNullable(values.get("table"));
    }

    boolean replacesPlaceholders() {
        return !value("placeholderReplacement", "true").equals("false");
    }

    boolean isTransactional() {
        return !value("executeInTransaction", "true").equals("false");
    }

    /** {@return whether users know of the callbacks and want them left out} */
    boolean leavesCallbacksOut() {
        return value("callbacks", "").equals("left-out");
    }

    String placeholderPrefix() {
        return value("placeholderPrefix", "${");
    }

    String placeholderSuffix() {
        return value("placeholderSuffix", "}");
    }

    /** {@return what stands for a placeholder, whose name counts in any case} */
    Optional<String> placeholder(String name) {
        return Optional.ofNullable(values.get(PLACEHOLDERS + name.toLowerCase(Locale.ROOT)));
    }

    private String value(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }
}
