package dev.palindrome.adapters.files.liquibase;

import dev.palindrome.adapters.files.source.Secrets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values of {@code ${name}}. The first that defines a property wins, and before all files the pack's setting {@code
 * property.NAME}, as Liquibase's option does. What isn't defined stays as written; {@code ${:name}} is a way to write {@code
 * ${name}} itself.
 */
final class Properties {
    private static final String SETTING = "property.";
    private static final Pattern USE = Pattern.compile("\\$\\{\\s*([^{}\\s]+)\\s*}");

    private final Map<String, String> global = new HashMap<>();
    private final Map<String, Map<String, String>> ofFiles = new HashMap<>();

    Properties(Map<String, String> settings) {
        settings.forEach((name, value) -> {
            if (name.startsWith(SETTING)) {
                global.put(name.substring(SETTING.length()).toLowerCase(Locale.ROOT), value);
            }
        });
    }

    void define(String name, String value) {
        global.putIfAbsent(name.toLowerCase(Locale.ROOT), value);
    }

    void define(String name, String value, String file) {
        ofFiles.computeIfAbsent(file, f -> new HashMap<>()).putIfAbsent(name.toLowerCase(Locale.ROOT), value);
    }

    /**
     * Replaces properties.
     *
     * @param text any text
     * @param file the file it stands in
     * @param unknown told the names of those that have no value
     * @return the text with the values
     */
    String expand(String text, String file, Consumer<String> unknown) {
        if (text.indexOf("${") < 0) {
            return text;
        }
        Matcher use = USE.matcher(text);
        StringBuilder expanded = new StringBuilder();
        while (use.find()) {
            String name = use.group(1);
            Optional<String> value =
                    name.startsWith(":") ? Optional.of("${" + name.substring(1) + "}") : value(name, file);
            if (value.isEmpty()) {
                unknown.accept(name);
            }
            use.appendReplacement(expanded, Matcher.quoteReplacement(value.orElse(use.group())));
        }
        return use.appendTail(expanded).toString();
    }

    /** {@return those of the values that are secrets, of a file's properties} */
    Secrets secrets(String file) {
        Map<String, String> values = new HashMap<>(ofFiles.getOrDefault(file, Map.of()));
        values.putAll(global);
        return Secrets.of(values);
    }

    private Optional<String> value(String name, String file) {
        String key = name.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(global.get(key))
                .or(() ->
                        Optional.ofNullable(ofFiles.getOrDefault(file, Map.of()).get(key)));
    }
}
