package dev.palindrome.adapters.files.liquibase;

import dev.palindrome.spi.Location;
import dev.palindrome.spi.SqlScript;
import java.util.ArrayList;
import java.util.List;

/** Lines of a file that belong together though others may stand between them. */
final class NumberedLines {
    private final List<String> lines = new ArrayList<>();
    private int first;

    /** Adds a line below those that are there; lines in between become empty ones, so that each keeps its number. */
    void add(int number, String text) {
        if (lines.isEmpty()) {
            if (text.isBlank()) {
                return;
            }
            first = number;
        }
        while (first + lines.size() < number) {
            lines.add("");
        }
        lines.add(text);
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** {@return all of them as one script, without the empty ones at its end} */
    SqlScript script(String source) {
        int end = lines.size();
        while (end > 0 && lines.get(end - 1).isBlank()) {
            end--;
        }
        return new SqlScript(String.join("\n", lines.subList(0, end)), new Location(source, Math.max(1, first)));
    }
}
