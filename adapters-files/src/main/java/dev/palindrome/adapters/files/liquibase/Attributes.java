package dev.palindrome.adapters.files.liquibase;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a directive says behind its name, as {@code key:value} anywhere in the line. A value with blanks stands in double quotes.
 *
 * @param line the line
 */
record Attributes(String line) {
    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    private static Pattern pattern(String key) {
        return Pattern.compile("(?i).*\\b" + key + ":\\s*(\"[^\"]*\"|\\S+).*");
    }

    /** {@return the value of an attribute; of several the last, as Liquibase takes it} */
    Optional<String> text(String key) {
        if (line.isBlank()) {
            return Optional.empty();
        }
        Matcher found = PATTERNS.computeIfAbsent(key, Attributes::pattern).matcher(line);
        return found.matches() ? Optional.of(found.group(1).replaceAll("^\"|\"$", "")) : Optional.empty();
    }

    /** {@return whether the word behind an attribute is {@code true}} */
    boolean isTrue(String key, boolean unlessSaid) {
        return text(key).map(value -> value.equalsIgnoreCase("true")).orElse(unlessSaid);
    }
}
