package dev.palindrome.adapters.files.sqitch;

import dev.palindrome.adapters.files.source.Findings;
import dev.palindrome.adapters.files.source.Line;
import dev.palindrome.adapters.files.source.SourceFile;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in {@code sqitch.conf}, which is written as Git's configuration is: {@code [section "part"]}, then {@code key =
 * value}.
 *
 * @param values by {@code section.part.key}; sections are in lower case, parts and keys as written
 */
record SqitchConf(Map<String, String> values) {
    static final SqitchConf EMPTY = new SqitchConf(Map.of());

    private static final Pattern SECTION =
            Pattern.compile("\\[\\s*([^\\s\"\\]]+)\\s*(?:\"((?:[^\"\\\\]++|\\\\.)*+)\")?\\s*](.*)");
    private static final Pattern PAIR = Pattern.compile("([A-Za-z0-9_][A-Za-z0-9_-]*)\\s*(?:=\\s*(.*))?");

    static SqitchConf read(SourceFile file, Findings findings) {
        Map<String, String> values = new LinkedHashMap<>();
        String section = "";
        StringBuilder continued = new StringBuilder();
        for (Line line : file.lines()) {
            String content = continued + line.content().strip();
            continued.setLength(0);
            if (content.endsWith("\\")) {
                continued.append(content, 0, content.length() - 1);
                continue;
            }
            Matcher header = SECTION.matcher(content);
            if (header.matches()) {
                String part =
                        header.group(2) == null ? "" : "." + header.group(2).replaceAll("\\\\(.)", "$1");
                section = header.group(1).toLowerCase(Locale.ROOT) + part;
                content = header.group(3).strip();
            }
            Matcher pair = PAIR.matcher(content);
            if (pair.matches()) {
                String value = pair.group(2) == null ? "true" : value(pair.group(2));
                values.put(section + "." + pair.group(1), value);
            } else if (!content.isEmpty() && !content.startsWith("#") && !content.startsWith(";")) {
                findings.error(
                        SqitchCodes.CONF,
                        "'" + content + "' is neither a section nor a setting. Write [section] or key = value.",
                        file.at(line));
            }
        }
        return new SqitchConf(values);
    }

    /** Takes quotes and escapes off a value, and the comment behind it. */
    private static String value(String written) {
        StringBuilder value = new StringBuilder();
        int kept = 0;
        boolean quoted = false;
        for (int at = 0; at < written.length(); at++) {
            char character = written.charAt(at);
            if (character == '"') {
                quoted = !quoted;
            } else if (character == '\\' && at + 1 < written.length()) {
                at++;
                value.append(escaped(written.charAt(at)));
            } else if (!quoted && (character == '#' || character == ';')) {
                break;
            } else {
                value.append(character);
            }
            if (quoted || character == '"' || !Character.isWhitespace(character)) {
                kept = value.length();
            }
        }
        return value.substring(0, kept);
    }

    private static char escaped(char character) {
        return switch (character) {
            case 'n' -> '\n';
            case 't' -> '\t';
            default -> character;
        };
    }

    Optional<String> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    boolean isTrue(String key) {
        return get(key).filter(value -> value.matches("(?i)true|yes|on|1")).isPresent();
    }

    /** {@return the settings of a section, by their keys alone} */
    Map<String, String> section(String name) {
        Map<String, String> section = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (key.startsWith(name + ".") && key.indexOf('.', name.length() + 1) < 0) {
                section.put(key.substring(name.length() + 1), value);
            }
        });
        return section;
    }
}
