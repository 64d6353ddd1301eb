package dev.palindrome.domain.run;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.Statement;
import java.util.ArrayList;
import java.util.List;

/** The lines of a step as they are shown, which knows of each whether its author or Palindrome wrote it. */
final class ScriptText {
    private final Dialect dialect;
    private final List<String> lines = new ArrayList<>();
    private final List<Integer> own = new ArrayList<>();

    ScriptText(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Adds what the migration says. */
    void add(Instruction instruction) {
        lines.add(instruction.inline(dialect));
    }

    /** Adds what Palindrome writes to its own tables. */
    void addOwn(Statement statement) {
        own.add(lines.size());
        add(statement);
    }

    /** Adds where a transaction of Palindrome's begins or ends. */
    void boundary(String word) {
        own.add(lines.size());
        lines.add(word);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    /** {@return the places of Palindrome's own lines, the first of all being 0} */
    List<Integer> own() {
        return List.copyOf(own);
    }
}
