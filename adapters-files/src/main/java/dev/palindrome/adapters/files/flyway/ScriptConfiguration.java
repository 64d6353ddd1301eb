package dev.palindrome.adapters.files.flyway;

import dev.palindrome.adapters.files.source.Line;
import dev.palindrome.adapters.files.source.SourceFile;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a file's own {@code .conf} says of it.
 *
 * @param values by key
 */
record ScriptConfiguration(Map<String, String> values) {
    static final ScriptConfiguration NONE = new ScriptConfiguration(Map.of());

    private static final List<String> KEYS =
            List.of("executeInTransaction", "encoding", "placeholderReplacement", "shouldExecute");

    ScriptConfiguration {
        values = Map.copyOf(values);
    }

    /**
     * Reads it.
     *
     * @throws ProblemException if it says what Flyway doesn't know, or what can't be carried over
     */
    static ScriptConfiguration read(SourceFile file) {
        Map<String, String> values = new HashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (Line line : file.lines()) {
            String content = line.content().strip();
            int equals = content.indexOf('=');
            String key = content.substring(0, Math.max(equals, 0)).strip();
            String value = content.substring(equals + 1).strip();
            if (content.isEmpty() || content.startsWith("#")) {
                continue;
            }
            if (!KEYS.contains(key)) {
                problems.add(problem(
                        "'" + content + "' is nothing that Flyway knows. A script's own configuration has the keys "
                                + String.join(", ", KEYS) + ".",
                        file,
                        line));
            } else if (key.equals("shouldExecute") && !value.equals("true")) {
                problems.add(problem(
                        "Whether the script runs is left to an expression, '" + value
                                + "', which can't be carried over. Write what it does as SQL that asks for itself, or move the "
                                + "script out of the folder.",
                        file,
                        line));
            }
            values.put(key, value);
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        return new ScriptConfiguration(values);
    }

    private static Problem problem(String message, SourceFile file, Line line) {
        return Problem.error(FlywayCodes.SCRIPT_CONFIGURATION, message).at(file.at(line));
    }

    boolean isTransactional(boolean otherwise) {
        return values.containsKey("executeInTransaction")
                ? !values.get("executeInTransaction").equals("false")
                : otherwise;
    }

    boolean replacesPlaceholders(boolean otherwise) {
        return values.containsKey("placeholderReplacement")
                ? !values.get("placeholderReplacement").equals("false")
                : otherwise;
    }
}
