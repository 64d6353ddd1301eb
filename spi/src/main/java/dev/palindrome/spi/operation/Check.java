package dev.palindrome.spi.operation;

import dev.palindrome.spi.catalogue.Constraint;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

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

    /** The constraint, which involves those of the columns that its expression names. */
    Constraint constraint(String table, int number, List<String> columns) {
        return new Constraint(
                name.orElseGet(() -> Names.of(table, List.of(), number == 1 ? "check" : "check" + number)),
                Constraint.Kind.CHECK,
                columns.stream().filter(this::names).toList(),
                "CHECK (" + expression + ")",
                Optional.empty());
    }

    private boolean names(String column) {
        Pattern word = Pattern.compile("(?iU)(?<![\\w$])" + Pattern.quote(column) + "(?![\\w$])");
        return word.matcher(expression).find();
    }
}
