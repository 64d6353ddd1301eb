package dev.palindrome.adapters.files.flyway;

import dev.palindrome.spi.Location;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands for {@code ${name.key}} in a {@code flyway.toml}: an environment variable for {@code ${env.key}}. With two
 * dollar signs, or in <code>!{…}</code>, such a text stands for itself.
 *
 * @param environment the environment's variables
 */
record Resolvers(Map<String, String> environment) {
    private static final Pattern RESOLVER = Pattern.compile("\\${1,2}\\{([^.{}]+)\\.([^.{}]+)}");
    private static final String ENVIRONMENT = "env";

    /**
     * Resolves.
     *
     * @param option the name of an option
     * @param value its value as written
     * @param place where it is written
     * @return its value
     * @throws ProblemException if it has to be asked for elsewhere, or a variable isn't set
     */
    String resolved(String option, String value, Location place) {
        String stripped = value.strip();
        if (stripped.startsWith("!{") && stripped.endsWith("}")) {
            return stripped.substring(2, stripped.length() - 1);
        }
        return RESOLVER.matcher(value)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group().startsWith("$$") ? found.group().substring(1) : resolved(option, found, place)));
    }

    private String resolved(String option, MatchResult found, Location place) {
        String name = found.group(1).strip();
        String key = found.group(2).strip();
        boolean isVariable = name.equalsIgnoreCase(ENVIRONMENT);
        if (isVariable && environment.containsKey(key)) {
            return environment.getOrDefault(key, "");
        }
        throw new ProblemException(Problem.error(
                        FlywayCodes.CONFIGURATION,
                        "'" + found.group() + "' in Flyway's option '" + option + "' stands for "
                                + (isVariable
                                        ? "an environment variable that isn't set. Set it"
                                        : "what Flyway has to ask for elsewhere, which is not done here. Give the value itself")
                                + ", or set '" + option + "' in the settings of the pack.")
                .at(place));
    }
}
