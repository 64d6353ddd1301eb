package dev.palindrome.adapters.jdbc.postgresql;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.Column;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.operation.ChangeColumn;
import dev.palindrome.spi.operation.RedefineColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Changes a column with one statement, which rewrites the table at most once, and only in what differs: a type that is set
 * again would be refused while a view uses the column.
 */
final class ColumnChange {
    private static final Set<String> TEXTS = Set.of("varchar", "character", "char", "text", "bpchar", "name", "citext");

    private final Dialect dialect;

    ColumnChange(Dialect dialect) {
        this.dialect = dialect;
    }

    List<Statement> change(ChangeColumn op, Catalogue before) {
        Optional<String> collation = op.type()
                .filter(ColumnChange::isText)
                .flatMap(
                        type -> before.table(op.on()).requireColumn(op.column()).collation());
        List<String> actions = new ArrayList<>();
        boolean newDefault = op.dropDefault() || op.defaultExpression().isPresent();
        if (newDefault && (op.dropDefault() || op.type().isPresent())) {
            actions.add("DROP DEFAULT"); // the old one may not fit the new type
        }
        op.type().ifPresent(type -> actions.add(type(dialect.type(type), collation, op.using())));
        op.defaultExpression().ifPresent(expression -> actions.add("SET DEFAULT " + expression));
        op.nullable().ifPresent(nullable -> actions.add(nullability(nullable)));
        return alter(op.on(), op.column(), actions);
    }

    List<Statement> redefine(RedefineColumn op, Catalogue before) {
        Column now = before.table(op.on()).requireColumn(op.column().name());
        Column then = op.column();
        boolean otherType = !now.type().equals(then.type())
                || !now.collation().equals(then.collation())
                || op.using().isPresent();
        boolean otherDefault = !now.defaultExpression().equals(then.defaultExpression());
        List<String> actions = new ArrayList<>();
        if (now.defaultExpression().isPresent()
                && (otherType || (otherDefault && then.defaultExpression().isEmpty()))) {
            actions.add("DROP DEFAULT"); // the old one may not fit the new type
        }
        if (otherType) {
            actions.add(type(then.type(), then.collation(), op.using()));
        }
        if (otherType || otherDefault) {
            then.defaultExpression().ifPresent(expression -> actions.add("SET DEFAULT " + expression));
        }
        if (now.nullable() != then.nullable()) {
            actions.add(nullability(then.nullable()));
        }
        return alter(op.on(), then.name(), actions);
    }

    /** A type that is set without a collation gets its own again. */
    private static String type(String type, Optional<String> collation, Optional<String> using) {
        return "TYPE " + type + collation.map(c -> " COLLATE " + c).orElse("")
                + using.map(expression -> " USING " + expression).orElse("");
    }

    private static boolean isText(String type) {
        return TEXTS.contains(type.replaceFirst("[ (].*", "").toLowerCase(Locale.ROOT));
    }

    private static String nullability(boolean nullable) {
        return nullable ? "DROP NOT NULL" : "SET NOT NULL";
    }

    private List<Statement> alter(ObjectName table, String column, List<String> actions) {
        List<String> parts = actions.stream()
                .map(action -> "ALTER COLUMN " + dialect.name(column) + " " + action)
                .toList();
        return parts.isEmpty()
                ? List.of()
                : List.of(Statement.of("ALTER TABLE " + dialect.name(table) + " " + String.join(", ", parts)));
    }
}
