package dev.palindrome.adapters.files.flyway;

import dev.palindrome.adapters.files.source.SourceFile;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Replaces placeholders as Flyway does: everywhere in the text, in comments and strings too, once and without escape. One that
 * nobody gives a value is refused.
 *
 * @param options have the values
 * @param table the name of the history's table, which is a value too
 */
record Placeholders(FlywayOptions options, String table) {

    /**
     * Replaces.
     *
     * @throws ProblemException naming each placeholder without a value
     */
    String replaced(SourceFile file) {
        StringBuilder replaced = new StringBuilder();
        List<Problem> problems = new ArrayList<>();
        String text = file.text();
        int done = 0;
        int begin = text.indexOf(options.placeholderPrefix());
        while (begin >= 0) {
            int from = begin + options.placeholderPrefix().length();
            int end = text.indexOf(options.placeholderSuffix(), from);
            if (end < 0) {
                break;
            }
            String name = text.substring(from, end).strip();
            Optional<String> value = value(name, file);
            if (value.isEmpty()) {
                problems.add(unknown(name, text.substring(0, begin), file));
            }
            replaced.append(text, done, begin).append(value.orElse(""));
            done = end + options.placeholderSuffix().length();
            begin = text.indexOf(options.placeholderPrefix(), done);
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        return replaced.append(text, done, text.length()).toString();
    }

    private Optional<String> value(String name, SourceFile file) {
        String flyways = "flyway" + options.placeholderSeparator();
        Optional<String> own = name.equalsIgnoreCase(flyways + "filename")
                ? Optional.of(Path.of(file.name()).getFileName().toString())
                : name.equalsIgnoreCase(flyways + "table") ? Optional.of(table) : Optional.empty();
        return options.placeholder(name).or(() -> own);
    }

    private static Problem unknown(String name, String before, SourceFile file) {
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return Problem.error(
                        FlywayCodes.PLACEHOLDER,
                        "The placeholder '" + name
                                + "' has no value. Give it one in the settings of the pack, as 'placeholders." + name
                                + "', or set 'placeholderReplacement' to false.")
                .at(new Location(file.name(), line));
    }
}
