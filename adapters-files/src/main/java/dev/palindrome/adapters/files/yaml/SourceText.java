package dev.palindrome.adapters.files.yaml;

import java.util.List;
import java.util.regex.Pattern;

/** A file's text by lines, as the YAML parser counts them. Tells how a value is written, which the parser doesn't. */
final class SourceText {
    private static final Pattern LINE_END = Pattern.compile("\r\n|[\r\n\u0085\u2028\u2029]");

    private final List<String> lines;
    private int current;
    private int[] characters = {};

    SourceText(String text) {
        this.lines = LINE_END.splitAsStream(text).toList();
    }

    /** {@return the character that stands there; a line's end is a blank. Quick when it is asked in the order of the text} */
    int at(Mark mark) {
        if (mark.line() != current) {
            current = mark.line();
            characters = current <= lines.size()
                    ? lines.get(current - 1).codePoints().toArray()
                    : new int[0];
        }
        return mark.column() <= characters.length ? characters[mark.column() - 1] : ' ';
    }
}
