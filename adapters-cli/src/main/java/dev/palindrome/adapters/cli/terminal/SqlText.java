package dev.palindrome.adapters.cli.terminal;

/** SQL as a database's own client takes it. */
final class SqlText {
    private SqlText() {}

    /** {@return the statement with its semicolon, out of reach of a comment on its last line} */
    static String terminated(String statement) {
        String text = statement.stripTrailing();
        if (text.lines().allMatch(line -> line.isBlank() || line.stripLeading().startsWith("--"))) {
            return text;
        }
        String last = text.substring(text.lastIndexOf('\n') + 1);
        return text + (last.contains("--") || last.contains("#") ? "\n;" : ";");
    }

    /** {@return the first line that says something, for a progress line} */
    static String firstLine(String statement) {
        return statement
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("--"))
                .findFirst()
                .orElse(statement.strip());
    }
}
