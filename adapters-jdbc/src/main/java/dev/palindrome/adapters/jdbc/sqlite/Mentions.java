package dev.palindrome.adapters.jdbc.sqlite;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which columns of a table some SQL mentions. What it names of other tables by the same name counts, too. */
final class Mentions {
    private final List<String> columns;

    /** For a table with these columns. */
    Mentions(List<String> columns) {
        this.columns = columns;
    }

    /** {@return the columns in an expression, in the table's order} */
    List<String> in(List<Lexeme> expression) {
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < expression.size(); i++) {
            Lexeme piece = expression.get(i);
            boolean isCall = i + 1 < expression.size() && expression.get(i + 1).is("(");
            boolean isPlace = piece.kind() == Lexeme.Kind.NAME || (piece.kind() == Lexeme.Kind.WORD && !isCall);
            if (isPlace) {
                names.add(piece.name());
            }
        }
        return those(names);
    }

    /** {@return the columns of which a trigger waits for changes, or reads the old or new value} */
    List<String> inTrigger(List<Lexeme> trigger) {
        Set<String> names = new LinkedHashSet<>();
        boolean inBody = false;
        boolean inList = false;
        for (int i = 0; i + 1 < trigger.size(); i++) {
            Lexeme piece = trigger.get(i);
            Lexeme next = trigger.get(i + 1);
            inBody |= piece.is("BEGIN");
            inList = !inBody && (inList ? !piece.is("ON") : piece.is("OF"));
            boolean behindRow = i > 0 && piece.is(".") && isRow(trigger.get(i - 1));
            if ((behindRow || inList) && next.isName()) {
                names.add(next.name());
            }
        }
        return those(names);
    }

    private static boolean isRow(Lexeme piece) {
        return piece.isName()
                && (piece.name().equalsIgnoreCase("new") || piece.name().equalsIgnoreCase("old"));
    }

    private List<String> those(Set<String> names) {
        return columns.stream()
                .filter(column -> names.stream().anyMatch(column::equalsIgnoreCase))
                .toList();
    }
}
