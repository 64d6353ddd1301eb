package dev.palindrome.adapters.files.source;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;

/** The names of migration files: telling them from others, and making new ones that every file system can hold. */
public final class FileNames {
    private static final int LONGEST_DESCRIPTION = 80;
    private static final Set<String> SETTINGS = Set.of("pack.yaml", "palindrome.yaml");
    private static final DateTimeFormatter VERSION =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private FileNames() {}

    /** {@return whether a file is SQL by its name, in any case} */
    public static boolean isSql(String fileName) {
        return fileName.regionMatches(true, fileName.length() - 4, ".sql", 0, 4);
    }

    /** {@return whether a file may hold migrations in YAML by its name, in any case; our own settings are YAML, too} */
    public static boolean isYaml(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        return (lower.endsWith(".yaml") || lower.endsWith(".yml")) && !SETTINGS.contains(lower);
    }

    /** {@return what most tools take for the version of a new migration: the second, in UTC} */
    public static String version(Instant now) {
        return VERSION.format(now);
    }

    /** {@return the same, or another name where that is empty} */
    public static String of(String description, String otherwise) {
        String name = of(description);
        return name.isEmpty() ? otherwise : name;
    }

    /**
     * Puts a description into a file's name: lower-case letters and digits, everything else becomes a low line.
     *
     * @param description any text
     * @return the end of a name, at most 80 bytes long; may be empty
     */
    public static String of(String description) {
        String lower = Normalizer.normalize(description, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        StringBuilder name = new StringBuilder();
        int bytes = 0;
        boolean gap = false;
        for (int character : lower.codePoints().toArray()) {
            if (!Character.isLetterOrDigit(character) && character != '-') {
                gap = name.length() > 0;
                continue;
            }
            String next = (gap ? "_" : "") + Character.toString(character);
            bytes += next.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > LONGEST_DESCRIPTION) {
                break;
            }
            name.append(next);
            gap = false;
        }
        return name.toString();
    }
}
