package dev.palindrome.adapters.files.flyway;

import dev.palindrome.adapters.files.source.SourceFile;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a file's own {@code .conf} says of it.
 *
 * @param values by key
 */
record ScriptConfiguration(Map<String, String> values) {
    static final ScriptConfiguration NONE = new ScriptConfiguration(Map.of());

    private static final List<String> KEYS =
            List.of("executeInTransaction", "encoding", "placeholderReplacement", "shouldExecute");

    private static final Set<String> TRUTHS = Set.of("true", "false");

    ScriptConfiguration {
        values = Map.copyOf(values);
    }

    /**
     * Reads it.
     *
     * @param file the script's own configuration
     * @param environment the environment's variables
     * @throws ProblemException if it says what Flyway doesn't know, or what can't be carried over
     */
    static ScriptConfiguration read(SourceFile file, Map<String, String> environment) {
        Map<String, String> values = new HashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (ConfFile.Entry entry : ConfFile.read(file, environment)) {
            values.put(entry.key(), entry.value().strip());
            complaint(entry.key(), entry.value().strip())
                    .map(message -> Problem.error(FlywayCodes.SCRIPT_CONFIGURATION, message)
                            .at(entry.place()))
                    .ifPresent(problems::add);
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        return new ScriptConfiguration(values);
    }

    /** Values aren't repeated: what stands for a variable could be a secret. */
    private static Optional<String> complaint(String key, String value) {
        return switch (key) {
            case "shouldExecute" ->
                value.equals("true")
                        ? Optional.empty()
                        : Optional.of(
                                "Whether the script runs is left to an expression, which can't be carried over. Write"
                                        + " what it does as SQL that asks for itself, or move the script out of the folder.");
            case "executeInTransaction", "placeholderReplacement" ->
                TRUTHS.contains(value.toLowerCase(Locale.ROOT))
                        ? Optional.empty()
                        : Optional.of("'" + key + "' is neither 'true' nor 'false'. Mend it.");
            case "encoding" ->
                NotCarriedOver.isUtf8(value)
                        ? Optional.empty()
                        : Optional.of(
                                "The script's encoding is said to be another one than UTF-8, which files have here. Save the"
                                        + " script with that encoding, and say so here.");
            default ->
                Optional.of("'" + key + "' is nothing that Flyway knows. A script's own configuration has the keys "
                        + String.join(", ", KEYS) + ".");
        };
    }

    boolean isTransactional(boolean otherwise) {
        return values.containsKey("executeInTransaction")
                ? !values.get("executeInTransaction").equalsIgnoreCase("false")
                : otherwise;
    }

    boolean replacesPlaceholders(boolean otherwise) {
        return values.containsKey("placeholderReplacement")
                ? !values.get("placeholderReplacement").equalsIgnoreCase("false")
                : otherwise;
    }
}
