package dev.palindrome.adapters.files.flyway;

import dev.palindrome.adapters.files.flyway.FlywayName.Kind;
import dev.palindrome.adapters.files.source.Secrets;
import dev.palindrome.spi.FormatSettings;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.MigrationFolder;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What Flyway's own options say, under Flyway's own names: first as the settings of the pack have them, then as {@code
 * FLYWAY_…} variables of the environment, then as a {@code flyway.toml} or {@code flyway.conf} has them.
 *
 * @param values by their names without {@code flyway.}
 */
record FlywayOptions(SortedMap<String, Option> values) {
    static final FlywayOptions NONE = new FlywayOptions(Map.of());

    private static final String PLACEHOLDERS = "placeholders.";
    private static final String PREFIX = "flyway.";
    private static final String VARIABLE = "FLYWAY_";
    private static final Set<String> ASKED = Set.of(
            "sqlMigrationPrefix",
            "undoSqlMigrationPrefix",
            "baselineMigrationPrefix",
            "repeatableSqlMigrationPrefix",
            "sqlMigrationSeparator",
            "sqlMigrationSuffixes",
            "table",
            "placeholderReplacement",
            "placeholderPrefix",
            "placeholderSuffix",
            "placeholderSeparator",
            "executeInTransaction",
            "skipDefaultCallbacks");

    FlywayOptions {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    private FlywayOptions(Map<String, Option> values) {
        this(new TreeMap<>(values));
    }

    /** {@return the options for a folder} */
    static FlywayOptions of(MigrationFolder folder) {
        FormatSettings settings = folder.settings();
        Map<String, Option> said = new HashMap<>();
        settings.environment().forEach((name, value) -> {
            if (name.startsWith(VARIABLE)) {
                said.put(ofVariable(name.substring(VARIABLE.length())), new Option(value, Location.of(name)));
            }
        });
        settings.values()
                .forEach((name, value) -> said.put(
                        plain(name), new Option(value, Location.of(folder.path().toString()))));
        Map<String, Option> all = new HashMap<>(FlywayConfiguration.above(folder, new FlywayOptions(said)));
        all.putAll(said);
        return new FlywayOptions(all);
    }

    /** {@return an option's name without {@code flyway.}; a placeholder's counts in any case} */
    static String plain(String name) {
        String plain = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
        return plain.startsWith(PLACEHOLDERS) ? plain.toLowerCase(Locale.ROOT) : plain;
    }

    /** {@return the option that a variable of the environment stands for: {@code INIT_SQL} for {@code initSql}} */
    private static String ofVariable(String name) {
        for (String map : List.of("PLACEHOLDERS_", "JDBC_PROPERTIES_")) {
            if (name.startsWith(map)) {
                return camel(map) + "." + name.substring(map.length()).toLowerCase(Locale.ROOT);
            }
        }
        return camel(name);
    }

    private static String camel(String name) {
        StringBuilder camel = new StringBuilder();
        boolean isCapital = false;
        for (char character : name.toLowerCase(Locale.ROOT).toCharArray()) {
            if (character != '_') {
                camel.append(isCapital ? Character.toUpperCase(character) : character);
            }
            isCapital = character == '_';
        }
        return camel.toString();
    }

    /** {@return whether an option matters here} */
    static boolean isAsked(String option) {
        return ASKED.contains(option)
                || isPlaceholder(option)
                || NotCarriedOver.named(option).isPresent();
    }

    static boolean isPlaceholder(String option) {
        return option.startsWith(PLACEHOLDERS);
    }

    /** {@return what is said of an option} */
    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name)).map(Option::value);
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
        return value("table");
    }

    boolean replacesPlaceholders() {
        return !isFalse("placeholderReplacement");
    }

    boolean isTransactional() {
        return !isFalse("executeInTransaction");
    }

    /** {@return whether callbacks are left out: by users, who know of them, or by Flyway} */
    boolean leavesCallbacksOut() {
        return value("callbacks", "").equals("left-out")
                || value("skipDefaultCallbacks", "").equalsIgnoreCase("true");
    }

    String placeholderPrefix() {
        return value("placeholderPrefix", "${");
    }

    /** {@return what stands between {@code flyway} and the names of the placeholders that Flyway fills in itself} */
    String placeholderSeparator() {
        return value("placeholderSeparator", ":");
    }

    String placeholderSuffix() {
        return value("placeholderSuffix", "}");
    }

    /** {@return what stands for a placeholder, whose name counts in any case} */
    Optional<String> placeholder(String name) {
        return value(PLACEHOLDERS + name.toLowerCase(Locale.ROOT));
    }

    /** {@return those of the placeholders' values that are secrets} */
    Secrets secrets() {
        Map<String, String> placeholders = new HashMap<>();
        values.forEach((name, option) -> {
            if (isPlaceholder(name)) {
                placeholders.put(name, option.value());
            }
        });
        return Secrets.of(placeholders);
    }

    private String value(String name, String otherwise) {
        return value(name).orElse(otherwise);
    }

    private boolean isFalse(String name) {
        return value(name, "").strip().equalsIgnoreCase("false");
    }

    /**
     * What is said of an option.
     *
     * @param value its value
     * @param place where
     */
    record Option(String value, Location place) {}
}
