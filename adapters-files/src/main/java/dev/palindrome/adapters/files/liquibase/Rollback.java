package dev.palindrome.adapters.files.liquibase;

import dev.palindrome.spi.Location;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a changeset says of its way back: SQL, that none is needed, the changeset whose forwards half it is, or nothing. */
final class Rollback {
    private static final Pattern NOT_NEEDED = Pattern.compile("(?is)(not required|empty)\\b(.*)");
    private static final Pattern PROSE = Pattern.compile(
            "(?is)(?!(?:alter|analyze|begin|call|comment|commit|copy|create|delete|do"
                    + "|drop|exec|execute|grant|insert|lock|merge|pragma|refresh|reindex|rename|replace|reset|revoke|select|set|start"
                    + "|truncate|update|use|vacuum|with|declare|rollback|if|optimize|attach|detach|cluster|security|notify)\\b)[a-z]+\\s+[a-z].*");

    private final NumberedLines lines = new NumberedLines();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder block = new StringBuilder();
    private int first;
    private Optional<Integer> bare = Optional.empty();

    void add(int number, String line) {
        first = first == 0 ? number : first;
        text.append(line).append('\n');
        lines.add(number, line);
    }

    /** Adds a line of a block, whose line ends Liquibase loses. */
    void addOfBlock(int number, String line) {
        add(number, line);
        block.append(line);
    }

    /** Notes a line {@code --rollback} without anything behind it, which Liquibase takes for a comment in the SQL. */
    void bare(int number) {
        bare = bare.or(() -> Optional.of(number));
    }

    Optional<Integer> bareLine() {
        return bare;
    }

    NumberedLines lines() {
        return lines;
    }

    Location place(String source) {
        return new Location(source, first);
    }

    private String stripped() {
        return text.toString().strip();
    }

    boolean isAbsent() {
        return stripped().isEmpty();
    }

    boolean isNotNeeded() {
        String lower = stripped().toLowerCase(Locale.ROOT);
        return lower.startsWith("not required") || lower.startsWith("empty");
    }

    /** {@return what stands behind the words that say that nothing is needed, which Liquibase doesn't run} */
    String behindNotNeeded() {
        Matcher words = NOT_NEEDED.matcher(stripped());
        return words.matches() ? words.group(2).strip() : stripped();
    }

    /** {@return whether it reads like a sentence rather than like SQL} */
    boolean isProse() {
        return PROSE.matcher(stripped()).matches();
    }

    /** {@return whether Liquibase would take the rest of a block for a comment} */
    boolean hasCommentInBlock() {
        return block.indexOf("--") >= 0;
    }

    /** {@return the changeset that is named instead of SQL, by its id, author and path} */
    Optional<Attributes> reference() {
        return stripped().toLowerCase(Locale.ROOT).contains("changesetid")
                ? Optional.of(new Attributes(stripped().replace('\n', ' ')))
                : Optional.empty();
    }
}
