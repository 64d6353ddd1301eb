package dev.palindrome.adapters.files.yaml;

import java.util.List;
import java.util.regex.Pattern;

/** A file's text by lines, as the YAML parser counts them. Tells how a value is written, which the parser doesn't. */
final class SourceText {
    private static final Pattern LINE_END = Pattern.compile("\r\n|[\r\n\u0085\u2028\u2029]");

    private final List<String> lines;

    SourceText(String text) {
        this.lines = LINE_END.splitAsStream(text).toList();
    }

    /** {@return the character that stands there; a line's end is a blank} */
    char at(Mark mark) {
        if (mark.line() < 1 || mark.line() > lines.size()) {
            return ' ';
        }
        String line = lines.get(mark.line() - 1);
        int before = mark.column() - 1;
        return before < 0 || before >= line.codePointCount(0, line.length())
                ? ' '
                : line.charAt(line.offsetByCodePoints(0, before));
    }
}
