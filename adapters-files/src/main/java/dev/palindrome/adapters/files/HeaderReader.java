package dev.palindrome.adapters.files;

import dev.palindrome.spi.Location;
import dev.palindrome.spi.MigrationId;
import dev.palindrome.spi.MigrationRef;
import dev.palindrome.spi.NearestName;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads header lines: {@code -- palindrome: description="customer e-mail addresses" depends=shop:0003,0002
 * transaction=none fake=true}. A value with blanks stands in double quotes; a double quote in it is doubled or has a backslash
 * before it, a backslash may be doubled. Each attribute is given once per file, only the lists of {@code depends} add up.
 */
final class HeaderReader {
    private static final List<String> NAMES = List.of("description", "depends", "transaction", "fake");

    private final String appName;
    private final List<Problem> problems;
    private final Map<String, Integer> linesByName = new HashMap<>();
    private final List<MigrationRef> dependsOn = new ArrayList<>();
    private final Set<Header.Trait> traits = EnumSet.noneOf(Header.Trait.class);
    private Optional<String> description = Optional.empty();

    HeaderReader(String appName, List<Problem> problems) {
        this.appName = appName;
        this.problems = problems;
    }

    Header header() {
        return new Header(description, List.copyOf(dependsOn), Set.copyOf(traits));
    }

    /** Reads what stands behind the colon of one header line. */
    void read(String attributes, Location place) {
        int at = afterBlanks(attributes, 0);
        while (at < attributes.length()) {
            int equals = at;
            while (equals < attributes.length() && !isBlank(attributes, equals) && attributes.charAt(equals) != '=') {
                equals++;
            }
            boolean named = equals > at && equals < attributes.length() && attributes.charAt(equals) == '=';
            if (!named) {
                malformed(
                        "In the header, '" + attributes.substring(at, afterWord(attributes, at))
                                + "' is not of the form name=value. Put no blanks around '=', and double quotes around"
                                + " a value with blanks: description=\"two words\".",
                        place);
                return;
            }
            String name = attributes.substring(at, equals);
            StringBuilder value = new StringBuilder();
            int end = readValue(attributes, equals + 1, value);
            if (end < 0 || (end < attributes.length() && !isBlank(attributes, end))) {
                malformed(
                        "In the header, the quoted value of '" + name + "' "
                                + (end < 0
                                        ? "has no closing double quote. Add it on the same line."
                                        : "is followed by '" + attributes.substring(end, afterWord(attributes, end))
                                                + "'. Put a blank between attributes."),
                        place);
                return;
            }
            attribute(name, value.toString(), place);
            at = afterBlanks(attributes, end);
        }
    }

    private void attribute(String name, String value, Location place) {
        if (!NAMES.contains(name)) {
            malformed(
                    "The header has no attribute '" + name + "'"
                            + NearestName.of(name, NAMES)
                                    .map(near -> "; did you mean '" + near + "'?")
                                    .orElse(".")
                            + " There are " + String.join(", ", NAMES) + ".",
                    place);
            return;
        }
        Integer before = name.equals("depends") ? null : linesByName.put(name, place.line());
        if (before != null) {
            malformed(
                    "The header gives '" + name + "' twice, in line " + before + " and in line " + place.line()
                            + ". Remove one of them.",
                    place);
            return;
        }
        switch (name) {
            case "description" -> description(value, place);
            case "depends" -> depends(value, place);
            case "transaction" -> trait(name, value, List.of("none"), Header.Trait.WITHOUT_TRANSACTION, place);
            default -> trait(name, value, List.of("true", "false"), Header.Trait.FAKE, place);
        }
    }

    private void description(String value, Location place) {
        if (value.chars().anyMatch(c -> Character.isISOControl(c) && c != '\t')) {
            malformed("The header's description has a control character. Remove it.", place);
        } else {
            description = Optional.of(Normalizer.normalize(value, Normalizer.Form.NFC));
        }
    }

    private void trait(String name, String value, List<String> values, Header.Trait trait, Location place) {
        if (!values.contains(value)) {
            malformed(
                    "The header says " + name + "=" + value + "; expected is " + name + "="
                            + String.join(" or " + name + "=", values) + ", or nothing.",
                    place);
        } else if (value.equals(values.get(0))) {
            traits.add(trait);
        }
    }

    private void depends(String value, Location place) {
        for (String item : value.split(",", -1)) {
            String ref = Normalizer.normalize(item.strip(), Normalizer.Form.NFC);
            try {
                dependsOn.add(
                        ref.indexOf(':') < 0
                                ? new MigrationRef(appName, new MigrationId(ref))
                                : MigrationRef.parse(ref));
            } catch (IllegalArgumentException e) {
                malformed(
                        "The header says depends=" + value + ", but '" + ref + "' names no migration (" + e.getMessage()
                                + "). Expected are ids of this app or app:id, separated by commas without blanks, such"
                                + " as depends=0003,shop:0007.",
                        place);
            }
        }
    }

    /** Appends a value; returns where it ends, or -1 if its quotes don't close. */
    private static int readValue(String text, int from, StringBuilder value) {
        if (from >= text.length() || text.charAt(from) != '"') {
            int end = afterWord(text, from);
            value.append(text, from, end);
            return end;
        }
        int at = from + 1;
        while (at < text.length()) {
            char character = text.charAt(at);
            char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
            boolean escaped = (character == '\\' && (next == '"' || next == '\\')) || (character == '"' && next == '"');
            if (escaped) {
                value.append(next);
                at += 2;
            } else if (character == '"') {
                return at + 1;
            } else {
                value.append(character);
                at++;
            }
        }
        return -1;
    }

    private static int afterBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && isBlank(text, at)) {
            at++;
        }
        return at;
    }

    private static int afterWord(String text, int from) {
        int at = from;
        while (at < text.length() && !isBlank(text, at)) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(String text, int at) {
        return Character.isWhitespace(text.charAt(at));
    }

    private void malformed(String message, Location place) {
        problems.add(Problem.error(ProblemCodes.MIGRATION_MALFORMED, message).at(place));
    }
}
