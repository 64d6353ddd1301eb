package dev.palindrome.adapters.files.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What makes a text no YAML, in the parser's own words but for the lines of the file that it repeats. Those words name two
 * places at times, where something begins and where it goes wrong; the exception's own place is the token before.
 */
record YamlMistake(Mark mark, String message) {
    private static final Pattern PLACE = Pattern.compile(" in '.*', line (\\d+), column (\\d+):");
    private static final Pattern KEY = Pattern.compile("Expected a field name .*");
    private static final Pattern UNPRINTABLE = Pattern.compile(
            "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x84\\x86-\\x9F\\x{D800}-\\x{DFFF}\\x{FFFE}\\x{FFFF}]");

    static YamlMistake of(JsonProcessingException e, String text) {
        Matcher unprintable = UNPRINTABLE.matcher(text);
        if (e.getOriginalMessage().startsWith("special characters") && unprintable.find()) {
            int at = unprintable.start();
            return new YamlMistake(
                    mark(text, at),
                    String.format("This is no YAML: the character U+%04X can't stand in it.", (int) text.charAt(at))
                            + " Remove it, or write it as an escape in double quotes.");
        }
        List<String> words = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        for (String line : e.getOriginalMessage().lines().toList()) {
            Matcher place = PLACE.matcher(line);
            if (place.matches()) {
                marks.add(new Mark(Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2))));
            } else if (!line.isEmpty() && !Character.isWhitespace(line.charAt(0))) {
                words.add(marks.isEmpty() ? line : "from line " + marks.get(0).line() + " on: " + line);
            }
        }
        String message = KEY.matcher(String.join(" ", words)).replaceAll("expected a name here, found a list or a map");
        return new YamlMistake(
                marks.isEmpty() ? NodeReader.mark(e.getLocation()) : marks.get(marks.size() - 1),
                "This is no YAML: " + (message.endsWith(")") ? message : message + "."));
    }

    private static Mark mark(String text, int index) {
        int lineStart = Math.max(text.lastIndexOf('\n', index - 1), text.lastIndexOf('\r', index - 1)) + 1;
        int lines = (int) text.substring(0, lineStart).lines().count();
        return new Mark(lines + 1, text.codePointCount(lineStart, index) + 1);
    }
}
