package dev.palindrome.adapters.files.source;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is still open where a text ends: a quote, a body in dollar quotes, or a bracketed comment. For tools that cut statements
 * without a look at quotes. It knows what most databases have in common, and so serves for warnings only: how a database
 * itself reads the text, its dialect says.
 *
 * @param mark what opened it
 * @param line the line on which that stands, counted from 1
 */
public record OpenEnd(String mark, int line) {
    private static final Pattern DOLLAR_QUOTE = Pattern.compile("\\$(?:[\\p{L}_][\\p{L}\\p{N}_]*)?\\$");

    /** {@return what is open at the end of a text; empty if nothing is} */
    public static Optional<OpenEnd> of(String text) {
        int at = 0;
        while (at < text.length()) {
            char character = text.charAt(at);
            String close = "";
            String mark = "";
            if (character == '\'' || character == '"' || character == '`') {
                mark = String.valueOf(character);
                close = mark;
            } else if (text.startsWith("/*", at)) {
                mark = "/*";
                close = "*/";
            } else if (text.startsWith("--", at)) {
                at = LineEnds.endOfLine(text, at);
                continue;
            } else if (character == '$' && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))) {
                Matcher dollar = DOLLAR_QUOTE.matcher(text).region(at, text.length());
                mark = dollar.lookingAt() ? dollar.group() : "";
                close = mark;
            }
            if (mark.isEmpty()) {
                at++;
                continue;
            }
            int end = text.indexOf(close, at + mark.length());
            if (end < 0) {
                return Optional.of(new OpenEnd(mark, line(text, at)));
            }
            at = end + close.length();
        }
        return Optional.empty();
    }

    private static int line(String text, int index) {
        int line = 1;
        int at = LineEnds.endOfLine(text, 0);
        while (at < index) {
            line++;
            at = LineEnds.endOfLine(text, LineEnds.afterLineEnd(text, at));
        }
        return line;
    }
}
