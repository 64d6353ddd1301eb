package dev.palindrome.adapters.files.play;

import dev.palindrome.adapters.files.source.Secrets;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values of {@code $evolutions{{{name}}}}, whatever the case of the name. An exclamation mark before it keeps it as it is.
 * Play leaves those alone that have no value; here that is an error, since Play's configuration, which has the values, isn't read.
 */
final class Substitutions {
    private static final Pattern FORM = Pattern.compile("(!?)(\\$evolutions\\{\\{\\{(.*?)\\}\\}\\})");

    private final Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Secrets secrets;

    Substitutions(Map<String, String> values) {
        this.values.putAll(values);
        this.secrets = Secrets.of(values);
    }

    /** {@return those of the values that are secrets} */
    Secrets secrets() {
        return secrets;
    }

    String replace(String text, Location place) {
        return FORM.matcher(text).replaceAll(match -> {
            String name = match.group(3).strip();
            if (!match.group(1).isEmpty()) {
                return Matcher.quoteReplacement(match.group(2));
            }
            String value = values.get(name);
            if (value == null) {
                throw new ProblemException(Problem.error(
                                PlayCodes.SUBSTITUTION,
                                "The substitution '" + name
                                        + "' has no value. Say it in the folder's pack.yaml, 'settings: {" + name
                                        + ": …}', or write an exclamation mark before it to keep it as it is.")
                        .at(place));
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
