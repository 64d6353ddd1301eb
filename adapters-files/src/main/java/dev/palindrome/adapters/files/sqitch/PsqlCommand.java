package dev.palindrome.adapters.files.sqitch;

import java.util.ArrayList;
import java.util.List;

/**
 * A command of psql, which takes the rest of its line.
 *
 * @param written the command as written
 * @param name without the backslash
 * @param arguments with variables and quotes resolved
 */
record PsqlCommand(String written, String name, List<String> arguments) {

    static PsqlCommand parse(String line, PsqlVariables variables) {
        String written = line.strip();
        int end = 1;
        while (end < written.length() && !Character.isWhitespace(written.charAt(end))) {
            end++;
        }
        return new PsqlCommand(written, written.substring(1, end), arguments(written, end, variables));
    }

    private static List<String> arguments(String text, int from, PsqlVariables variables) {
        List<String> arguments = new ArrayList<>();
        int at = from;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
                continue;
            }
            StringBuilder argument = new StringBuilder();
            at = argument(text, at, variables, argument);
            arguments.add(argument.toString());
        }
        return arguments;
    }

    private static int argument(String text, int from, PsqlVariables variables, StringBuilder argument) {
        int at = from;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            char character = text.charAt(at);
            if (character == '\'') {
                at = quoted(text, at, argument);
            } else if (character == ':') {
                PsqlVariables.Use use = PsqlVariables.at(text, at)
                        .filter(found -> variables.get(found.name()).isPresent())
                        .orElse(null);
                argument.append(
                        use == null
                                ? ":"
                                : use.written(variables.get(use.name()).orElse("")));
                at = use == null ? at + 1 : use.end();
            } else {
                argument.append(character);
                at++;
            }
        }
        return at;
    }

    private static int quoted(String text, int from, StringBuilder argument) {
        int at = from + 1;
        while (at < text.length()) {
            char character = text.charAt(at);
            boolean doubled = text.startsWith("''", at);
            if (character == '\'' && !doubled) {
                return at + 1;
            }
            if (character == '\\' && at + 1 < text.length()) {
                char escaped = text.charAt(at + 1);
                argument.append(escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped);
                at += 2;
            } else {
                argument.append(character);
                at += doubled ? 2 : 1;
            }
        }
        return at;
    }

    String argument(int index) {
        return index < arguments.size() ? arguments.get(index) : "";
    }
}
