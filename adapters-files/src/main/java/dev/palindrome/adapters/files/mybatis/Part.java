package dev.palindrome.adapters.files.mybatis;

import dev.palindrome.adapters.files.source.ExpandedScript;
import dev.palindrome.adapters.files.source.Line;
import dev.palindrome.adapters.files.source.Secrets;
import dev.palindrome.adapters.files.source.SourceFile;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.SqlScript;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Lines of a script, as written and with their variables replaced.
 *
 * @param file the script
 * @param lines as written, without their ends
 * @param expanded the same with variables replaced
 */
record Part(SourceFile file, List<Line> lines, List<String> expanded) {

    /** Two dashes without a blank behind them, which MySQL takes for no comment. */
    private static final Pattern BARE_COMMENT = Pattern.compile("--\\S");

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
     * A piece that begins at one line and ends within another, without what is a comment for MyBatis Migrations and not for
     * every database.
     *
     * @param first the index of its first line
     * @param last the index of its last line
     * @param lastLine what counts of its last line
     */
    Script piece(int first, int last, String lastLine) {
        List<String> runs = new ArrayList<>();
        List<String> counts = new ArrayList<>();
        for (String line : expanded.subList(first, last)) {
            String stripped = line.strip();
            counts.add(stripped.startsWith("//") ? "" : line);
            runs.add(stripped.startsWith("//") || BARE_COMMENT.matcher(stripped).lookingAt() ? "" : line);
        }
        counts.add(lastLine);
        runs.add(lastLine);
        List<String> written =
                lines.subList(first, last + 1).stream().map(Line::content).toList();
        boolean isAsWritten = expanded.subList(first, last + 1).equals(written);
        return new Script(new SqlScript(joined(runs), at(first)), joined(isAsWritten ? counts : written));
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
        Operation operation(Secrets secrets) {
            return ExpandedScript.of(sql, written, () -> secrets);
        }
    }
}
