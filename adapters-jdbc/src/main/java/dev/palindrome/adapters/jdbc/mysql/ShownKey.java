package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.catalogue.Constraint;
import dev.palindrome.spi.catalogue.Constraint.Kind;
import dev.palindrome.spi.catalogue.Index;
import dev.palindrome.spi.catalogue.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A key, index or constraint as SHOW CREATE TABLE has it. */
final class ShownKey {
    private final String sql;
    private final List<Piece> pieces;

    /** Reads one that begins with PRIMARY, UNIQUE, KEY, CONSTRAINT or the like. */
    ShownKey(String sql, List<Piece> pieces) {
        this.sql = sql;
        this.pieces = pieces;
    }

    boolean isConstraint() {
        return begins("CONSTRAINT") || begins("PRIMARY") || begins("UNIQUE");
    }

    boolean isIndex() {
        return word(0).equals("KEY") || (pieces.size() > 1 && word(1).equals("KEY") && !begins("PRIMARY"));
    }

    /** {@return its name; that of a primary key is a word} */
    String name() {
        return pieces.stream()
                .filter(piece -> piece.type() == Piece.Type.NAME)
                .filter(piece -> piece.depth() == pieces.get(0).depth())
                .findFirst()
                .filter(piece -> !begins("PRIMARY"))
                .map(piece -> WrittenName.of(piece.content()))
                .orElse("PRIMARY");
    }

    Constraint constraint() {
        if (begins("PRIMARY")) {
            return new Constraint(
                    name(), Kind.PRIMARY_KEY, columns(0), "PRIMARY KEY " + behindName(), Optional.empty());
        }
        if (begins("UNIQUE")) {
            return new Constraint(name(), Kind.UNIQUE, columns(0), "UNIQUE " + behindName(), Optional.empty());
        }
        boolean refers = word(2).equals("FOREIGN");
        return new Constraint(
                name(),
                refers ? Kind.FOREIGN_KEY : Kind.CHECK,
                refers ? columns(0) : mentioned(),
                spaced(2, pieces.size()),
                Optional.empty());
    }

    Index index(Dialect dialect, ObjectName table) {
        String kind = word(0).equals("KEY") ? "" : word(0) + " ";
        String definition =
                "CREATE " + kind + "INDEX " + dialect.name(name()) + " ON " + dialect.name(table) + " " + behindName();
        return new Index(name(), columns(0), definition, Optional.empty());
    }

    private boolean begins(String word) {
        return word(0).equals(word);
    }

    private String word(int index) {
        return pieces.get(index).text().toUpperCase(Locale.ROOT);
    }

    /** {@return the names in the first parentheses from a piece on} */
    private List<String> columns(int from) {
        List<String> columns = new ArrayList<>();
        int outside = pieces.get(0).depth();
        for (Piece piece : pieces.subList(from, pieces.size())) {
            if (piece.is(")") && piece.depth() == outside) {
                return columns;
            }
            if (piece.type() == Piece.Type.NAME && piece.depth() > outside) {
                columns.add(WrittenName.of(piece.content()));
            }
        }
        return columns;
    }

    private List<String> mentioned() {
        int outside = pieces.get(0).depth();
        return pieces.stream()
                .filter(piece -> piece.type() == Piece.Type.NAME && piece.depth() > outside)
                .map(piece -> WrittenName.of(piece.content()))
                .distinct()
                .toList();
    }

    private String behindName() {
        int open = 0;
        while (!pieces.get(open).is("(")) {
            open++;
        }
        return spaced(open, pieces.size());
    }

    /** The text of some pieces, with a blank behind each comma between columns, as operations write it. */
    private String spaced(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            Piece piece = pieces.get(i);
            text.append(piece.text());
            boolean isLast = i + 1 == to;
            if (!isLast) {
                boolean isComma = piece.is(",") && pieces.get(i + 1).type() == Piece.Type.NAME;
                text.append(
                        isComma
                                ? " "
                                : sql.substring(piece.end(), pieces.get(i + 1).start()));
            }
        }
        return text.toString();
    }
}
