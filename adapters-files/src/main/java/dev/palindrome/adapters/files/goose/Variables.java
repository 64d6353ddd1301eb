package dev.palindrome.adapters.files.goose;

import dev.palindrome.spi.Location;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the values of environment variables into a line, where {@code ENVSUB} is on: {@code $NAME}, <code>${NAME}</code>, with
 * <code>:-</code> or <code>-</code> and what is put there without a value, with <code>?</code> and a message, or with <code>:</code>
 * and a part of it. {@code $$} and {@code \$} become a dollar. Where goose puts nothing without a word, for a variable that
 * isn't set, this is an error.
 */
final class Variables {
    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{N}_]*");
    private static final Pattern PART = Pattern.compile(":\\s*(-?\\d{1,9})\\s*(?::\\s*(-?\\d{1,9})\\s*)?\\}");

    private final Map<String, String> environment;
    private final String line;
    private final Location place;
    private int at;

    private Variables(Map<String, String> environment, String line, Location place) {
        this.environment = environment;
        this.line = line;
        this.place = place;
    }

    /**
     * Replaces the variables of a line.
     *
     * @param environment the values
     * @param line as written
     * @param place where it stands
     * @return the line as goose runs it
     * @throws ProblemException if a variable isn't set, or isn't written as goose reads it
     */
    static String replace(Map<String, String> environment, String line, Location place) {
        return line.indexOf('$') < 0 && line.indexOf('\\') < 0
                ? line
                : new Variables(environment, line, place).upTo("");
    }

    /** Reads up to one of the characters, which isn't read, or to the end. */
    private String upTo(String stops) {
        StringBuilder text = new StringBuilder();
        while (at < line.length() && stops.indexOf(line.charAt(at)) < 0) {
            if (line.startsWith("\\\\", at) || line.startsWith("$(", at)) {
                text.append(line, at, at + 2);
                at += 2;
            } else if (line.startsWith("\\$", at) || line.startsWith("$$", at)) {
                text.append('$');
                at += 2;
            } else if (line.charAt(at) == '$' && at < line.length() - 1) {
                at++;
                text.append(line.charAt(at) == '{' ? braces() : value(name()));
            } else {
                text.append(line.charAt(at));
                at++;
            }
        }
        return text.toString();
    }

    private String braces() {
        at++;
        String name = name();
        String value = environment.get(name);
        String result;
        if (line.startsWith("}", at)) {
            result = value(name);
        } else if (line.startsWith(":-", at)) {
            at += 2;
            String otherwise = upTo("}");
            result = value == null || value.isEmpty() ? otherwise : value;
        } else if (line.startsWith("-", at)) {
            at++;
            String otherwise = upTo("}");
            result = value == null ? otherwise : value;
        } else if (line.startsWith("?", at)) {
            at++;
            String message = upTo("}");
            if (value == null) {
                throw problem("The variable '" + name + "' is not set: " + message + ". Set it in the environment.");
            }
            result = value;
        } else {
            result = part(value(name));
        }
        if (!line.startsWith("}", at)) {
            throw malformed();
        }
        at++;
        return result;
    }

    private String part(String value) {
        Matcher part = PART.matcher(line).region(at, line.length());
        if (!part.lookingAt()) {
            throw malformed();
        }
        at = part.end() - 1;
        int from = bound(Integer.parseInt(part.group(1)), value.length());
        if (part.group(2) == null) {
            return value.substring(from);
        }
        int length = Integer.parseInt(part.group(2));
        int to = length < 0 ? bound(length, value.length()) : Math.min(from + length, value.length());
        return value.substring(from, Math.max(from, to));
    }

    private static int bound(int index, int length) {
        return Math.max(0, Math.min(length, index < 0 ? length + index : index));
    }

    private String name() {
        Matcher name = NAME.matcher(line).region(at, line.length());
        if (!name.lookingAt()) {
            throw malformed();
        }
        at = name.end();
        return name.group();
    }

    private String value(String name) {
        String value = environment.get(name);
        if (value == null) {
            throw problem(
                    "The variable '" + name + "' is not set, and goose would put nothing in its place. Set it in the"
                            + " environment, or write '${" + name + ":-}' if that is meant.");
        }
        return value;
    }

    private ProblemException malformed() {
        return problem(
                "A dollar stands here that begins no variable as goose reads them, while ENVSUB is on. Write '$$' for"
                        + " a dollar, or put " + Annotation.ENVSUB_OFF + " above the line.");
    }

    private ProblemException problem(String message) {
        return new ProblemException(Problem.error(GooseCodes.VARIABLE, message).at(place));
    }
}
