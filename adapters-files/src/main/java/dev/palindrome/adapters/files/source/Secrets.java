package dev.palindrome.adapters.files.source;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Values that aren't for everybody's eyes, to go by the names of their variables: passwords, tokens and keys. What is shorter
 * than four characters is none, since it stands everywhere.
 *
 * @param values the values themselves
 */
public record Secrets(Set<String> values) {
    private static final List<String> WORDS = List.of(
            "password",
            "passwd",
            "passphrase",
            "pwd",
            "secret",
            "token",
            "credential",
            "apikey",
            "accesskey",
            "privatekey");
    private static final String LAST_WORD = "pass";
    private static final Pattern SEPARATOR = Pattern.compile("[_.\\-]");
    private static final int SHORTEST = 4;

    public Secrets {
        values = Set.copyOf(values);
    }

    /** {@return those of the variables that are secrets} */
    public static Secrets of(Map<String, String> variables) {
        return new Secrets(variables.entrySet().stream()
                .filter(variable ->
                        isSecret(variable.getKey()) && variable.getValue().length() >= SHORTEST)
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet()));
    }

    /** {@return these and others; a value that isn't secret by its own name can hold one that is} */
    public Secrets and(Secrets others) {
        Set<String> all = new HashSet<>(values);
        all.addAll(others.values);
        return new Secrets(all);
    }

    private static boolean isSecret(String name) {
        String joined = SEPARATOR.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
        return joined.endsWith(LAST_WORD) || WORDS.stream().anyMatch(joined::contains);
    }

    /**
     * Finds those that were put into a script. What its file says anyway is none, and masking it would only make the script
     * unreadable.
     *
     * @param expanded the script, with the values of its variables
     * @param written as it stands in the file
     */
    Set<String> in(String expanded, String written) {
        return values.stream()
                .filter(value -> isIn(value, expanded) && !written.contains(value))
                .collect(Collectors.toSet());
    }

    /** As it is, or within quotes. */
    private static boolean isIn(String value, String text) {
        String doubled = value.replace("'", "''");
        return text.contains(value)
                || text.contains(doubled)
                || text.contains(doubled.replace("\\", "\\\\"))
                || text.contains(value.replace("\"", "\"\""));
    }
}
