package dev.palindrome.adapters.files.mybatis;

import dev.palindrome.adapters.files.source.ExpandedScript;
import dev.palindrome.adapters.files.source.Line;
import dev.palindrome.adapters.files.source.SourceFile;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.SqlScript;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines of a script, as written and with their variables replaced.
 *
 * @param file the script
 * @param lines as written, without their ends
 * @param expanded the same with variables replaced
 */
record Part(SourceFile file, List<Line> lines, List<String> expanded) {

    Part {
        lines = List.copyOf(lines);
        expanded = List.copyOf(expanded);
    }

    Location at(int index) {
        return file.at(lines.get(index));
    }

    /** {@return all of it} */
    Script whole() {
        List<String> written = lines.stream().map(Line::content).toList();
        Location place = lines.isEmpty() ? file.place() : at(0);
        return new Script(new SqlScript(joined(expanded), place), joined(written));
    }

    /**
     * A piece that begins at one line and ends within another, without what is a comment for MyBatis Migrations alone.
     *
     * @param first the index of its first line
     * @param last the index of its last line
     * @param lastLine what counts of its last line
     */
    Script piece(int first, int last, String lastLine) {
        List<String> runs = new ArrayList<>();
        for (int i = first; i < last; i++) {
            runs.add(expanded.get(i).strip().startsWith("//") ? "" : expanded.get(i));
        }
        runs.add(lastLine);
        List<String> written =
                lines.subList(first, last + 1).stream().map(Line::content).toList();
        boolean isAsWritten = expanded.subList(first, last + 1).equals(written);
        String text = joined(runs);
        return new Script(new SqlScript(text, at(first)), isAsWritten ? text : joined(written));
    }

    private static String joined(List<String> lines) {
        return String.join("\n", lines);
    }

    /**
     * What runs.
     *
     * @param sql with variables replaced
     * @param written as it stands in the file
     */
    record Script(SqlScript sql, String written) {
        Operation operation() {
            return ExpandedScript.of(sql, written);
        }
    }
}
