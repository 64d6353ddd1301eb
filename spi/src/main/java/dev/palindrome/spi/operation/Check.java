package dev.palindrome.spi.operation;

import dev.palindrome.spi.catalogue.Constraint;
import java.util.List;
import java.util.Optional;

/**
 * A check of a new table.
 *
 * @since 0.1
 */
@Property("a condition that every row has to meet")
public record Check(
        @Property("its name; by default made of the table and a number")
        Optional<String> name,

        @Property(value = "the condition, an SQL expression", bare = true, shorthand = true)
        String expression) {

    Constraint constraint(String table, int number) {
        return new Constraint(
                name.orElseGet(() -> Names.of(table, List.of(), number == 1 ? "check" : "check" + number)),
                Constraint.Kind.CHECK,
                List.of(),
                "CHECK (" + expression + ")",
                Optional.empty());
    }
}
