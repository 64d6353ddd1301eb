package dev.palindrome.domain.sql;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something that a migration made, and that its reversal takes away: seen in the reversal's statements.
 *
 * @param name its name, in lower case
 * @param table the table that it is a part of; empty if it stands by itself
 */
public record Made(String name, Optional<String> table) {

    /** {@return what the statements of a reversal take away} */
    public static List<Made> takenBy(List<String> statements) {
        return statements.stream()
                .flatMap(statement -> new TakenAway(new SqlWords(statement)).read().stream())
                .toList();
    }

    /** {@return whether a text with those names is about it} */
    public boolean isNamedIn(Set<String> names) {
        return names.contains(name) && table.filter(t -> !names.contains(t)).isEmpty();
    }

    @Override
    public String toString() {
        return table.map(t -> t + ".").orElse("") + name;
    }
}
