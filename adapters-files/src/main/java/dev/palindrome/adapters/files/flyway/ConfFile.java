package dev.palindrome.adapters.files.flyway;

import dev.palindrome.adapters.files.source.Line;
import dev.palindrome.adapters.files.source.SourceFile;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code .conf} of Flyway: properties of Java, but a backslash is no escape. At the end of a line it says that the value goes
 * on with the next line, unless that is empty or begins a property of its own. An environment variable that isn't set stands
 * for nothing.
 */
final class ConfFile {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z0-9_]+)}");

    private ConfFile() {}

    /**
     * Reads it.
     *
     * @param file the file
     * @param environment the environment's variables
     * @return what it says, in order; a key can be there twice, of which the last counts
     * @throws ProblemException if what variables stand for can't be read
     */
    static List<Entry> read(SourceFile file, Map<String, String> environment) {
        List<Entry> entries = new ArrayList<>();
        List<Line> lines = file.lines();
        StringBuilder property = new StringBuilder();
        for (int i = 0, first = 0; i < lines.size(); i++) {
            String content = lines.get(i).content().trim();
            if (property.isEmpty()) {
                first = i;
                if (content.startsWith("#") || content.startsWith("!")) {
                    continue;
                }
            }
            if (content.endsWith("\\")
                    && i + 1 < lines.size()
                    && isContinued(lines.get(i + 1).content())) {
                property.append(escaped(content.substring(0, content.length() - 1)))
                        .append("\\\n");
            } else {
                property.append(escaped(content));
                Location place = file.at(lines.get(first));
                properties(expanded(property.toString(), environment), place)
                        .forEach((key, value) -> entries.add(new Entry((String) key, (String) value, place)));
                property.setLength(0);
            }
        }
        return entries;
    }

    private static boolean isContinued(String next) {
        boolean isProperty = next.trim().startsWith("flyway.") && next.contains("=");
        boolean isCondition = next.contains("==") || next.contains("!=");
        return !next.isEmpty() && (!isProperty || isCondition);
    }

    private static String escaped(String content) {
        return content.replace("\\", "\\\\");
    }

    private static String expanded(String property, Map<String, String> environment) {
        return VARIABLE.matcher(property)
                .replaceAll(found -> Matcher.quoteReplacement(environment.getOrDefault(found.group(1), "")));
    }

    private static Properties properties(String text, Location place) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.error(
                            FlywayCodes.CONFIGURATION,
                            "An environment variable's value can't be read as part of a property (" + e.getMessage()
                                    + "). Write '\\\\' for each '\\' in it.")
                    .at(place));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    /**
     * What it says of one key.
     *
     * @param key the key
     * @param value its value
     * @param place where
     */
    record Entry(String key, String value, Location place) {}
}
