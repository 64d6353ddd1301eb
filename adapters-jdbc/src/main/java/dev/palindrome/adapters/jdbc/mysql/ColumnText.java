package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.catalogue.Column;
import dev.palindrome.spi.catalogue.Constraint;
import dev.palindrome.spi.catalogue.Table;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes a column as CREATE TABLE, ADD COLUMN and MODIFY COLUMN have it, which all want the whole of it. */
final class ColumnText {
    private static final Pattern NOW =
            Pattern.compile("(?i)(?:current_timestamp|now|localtime|localtimestamp)(?:\\(\\))?");
    private static final Pattern FRACTION = Pattern.compile("(?i)(?:datetime|timestamp)(\\(\\d\\))");
    private static final Pattern LITERAL =
            Pattern.compile("(?is)(?:[-+]?[0-9.]+(?:e[-+]?\\d+)?|(?:\\w*)'.*'|null|true|false|"
                    + "(?:current_timestamp|now|localtime|localtimestamp)(?:\\(\\d?\\))?|\\(.*\\))");

    /** Types of which MySQL takes computed defaults only ("Data Type Default Values" in its manual). */
    private static final Pattern WITHOUT_LITERALS = Pattern.compile(
            "(?i)(?:(?:tiny|medium|long)?(?:text|blob)|json|geometry|(?:multi)?(?:point|linestring|polygon)|geometrycollection)\\b");

    private static final Pattern COMPUTED = Pattern.compile("(?is)null|\\(.*\\)");

    private final Dialect dialect;

    ColumnText(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * Writes a column of a table.
     *
     * @param column the column
     * @param table where the check may be that belongs to it
     * @return its name, type and clauses
     */
    String of(Column column, Table table) {
        boolean isMoment = column.type().toLowerCase(Locale.ROOT).startsWith("timestamp");
        return dialect.name(column.name()) + " " + column.type()
                + column.collation().map(c -> " COLLATE " + c).orElse("")
                + column.generated().map(g -> " " + g).orElse("")
                + (column.nullable() ? (isMoment ? " NULL" : "") : " NOT NULL")
                + column.defaultExpression()
                        .map(d -> " DEFAULT " + byDefault(column.type(), d))
                        .orElse("")
                + column.comment().map(c -> " COMMENT " + dialect.literal(c)).orElse("")
                + check(column, table).map(c -> " " + c.definition()).orElse("");
    }

    /** The present moment has to be as exact as the column, and any other computed value stands in parentheses. */
    private static String byDefault(String type, String expression) {
        Matcher fraction = FRACTION.matcher(type);
        if (fraction.matches() && NOW.matcher(expression).matches()) {
            return "CURRENT_TIMESTAMP" + fraction.group(1);
        }
        Pattern alone = WITHOUT_LITERALS.matcher(type).lookingAt() ? COMPUTED : LITERAL;
        return alone.matcher(expression).matches() ? expression : "(" + expression + ")";
    }

    private static Optional<Constraint> check(Column column, Table table) {
        return table.constraints().stream()
                .filter(ColumnText::belongsToColumn)
                .filter(c -> c.columns().get(0).equalsIgnoreCase(column.name()))
                .findFirst();
    }

    /** {@return whether a constraint is written with its column} */
    static boolean belongsToColumn(Constraint constraint) {
        return constraint.kind() == Constraint.Kind.CHECK && constraint.name().isEmpty();
    }
}
