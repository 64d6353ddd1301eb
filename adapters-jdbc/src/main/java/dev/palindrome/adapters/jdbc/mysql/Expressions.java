package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.catalogue.Column;
import dev.palindrome.spi.catalogue.Constraint;
import dev.palindrome.spi.catalogue.Constraint.Kind;
import dev.palindrome.spi.catalogue.Table;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What checks and computed columns look at: neither at a column that the server fills with growing numbers, nor at one that a
 * foreign key sets. The servers say so too, but only when a migration is half done.
 */
final class Expressions {
    static final String NUMBERED = "AUTO_INCREMENT";

    private static final Pattern SETTING = Pattern.compile("(?i)\\bON (?:UPDATE (?:CASCADE|SET)|DELETE SET)\\b");
    private static final Pattern SETTING_OR_DELETING =
            Pattern.compile("(?i)\\bON (?:UPDATE|DELETE) (?:CASCADE|SET)\\b");

    private Expressions() {}

    /** Refuses a constraint that can't stand in a table as it is. */
    static void refuse(Constraint constraint, Table table) {
        if (constraint.kind() == Kind.CHECK) {
            refuse(constraint.definition(), "the check '" + constraint.name() + "'", SETTING, table);
        }
        if (constraint.kind() == Kind.FOREIGN_KEY) {
            Table with = Table.of(table.name(), table.columns(), List.of(constraint));
            table.constraints().stream()
                    .filter(other -> other.kind() == Kind.CHECK)
                    .forEach(check -> refuse(check.definition(), "the check '" + check.name() + "'", SETTING, with));
            table.columns().forEach(column -> refuse(column, with));
        }
    }

    /** Refuses a column that is computed from what it can't be computed from. */
    static void refuse(Column column, Table table) {
        column.generated()
                .filter(clause -> clause.contains("("))
                .ifPresent(clause ->
                        refuse(clause, "the computed column '" + column.name() + "'", SETTING_OR_DELETING, table));
    }

    private static void refuse(String expression, String what, Pattern setting, Table table) {
        List<Piece> pieces = Piece.of(expression);
        for (Column column : table.columns()) {
            if (pieces.stream().anyMatch(piece -> names(piece, column.name()))) {
                if (column.generated().filter(NUMBERED::equalsIgnoreCase).isPresent()) {
                    throw refused(table, what, column.name(), "which the database fills with growing numbers");
                }
                table.constraints().stream()
                        .filter(key -> key.kind() == Kind.FOREIGN_KEY
                                && setting.matcher(key.definition()).find())
                        .filter(key -> key.columns().stream().anyMatch(column.name()::equalsIgnoreCase))
                        .findFirst()
                        .ifPresent(key -> {
                            throw refused(
                                    table, what, column.name(), "which the foreign key '" + key.name() + "' changes");
                        });
            }
        }
    }

    private static ProblemException refused(Table table, String what, String column, String why) {
        return new ProblemException(
                Problem.error(
                        ProblemCodes.OPERATION_UNSUPPORTED,
                        "In table '" + table.name() + "', " + what + " can't look at the column '" + column + "', "
                                + why
                                + ": this database lets nothing depend on such a column. Leave one of them out for this database."));
    }

    private static boolean names(Piece piece, String column) {
        return switch (piece.type()) {
            case NAME -> WrittenName.of(piece.content()).equalsIgnoreCase(column);
            case WORD -> piece.is(column);
            default -> false;
        };
    }
}
