package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.spi.catalogue.Column;
import dev.palindrome.spi.catalogue.Constraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A column as SHOW CREATE TABLE has it. */
final class ShownColumn {
    /** What ends a type or an expression. */
    private static final Set<String> CLAUSES = Set.of(
            "AS",
            "AUTO_INCREMENT",
            "CHECK",
            "COLLATE",
            "COMMENT",
            "COMPRESSED",
            "DEFAULT",
            "GENERATED",
            "INVISIBLE",
            "NOT",
            "NULL",
            "ON",
            "PERSISTENT",
            "STORED",
            "VIRTUAL",
            "WITH",
            "WITHOUT");

    private final String sql;
    private final List<Piece> pieces;
    private int at = 1;

    private boolean nullable = true;
    private Optional<String> byDefault = Optional.empty();
    private Optional<String> collation = Optional.empty();
    private Optional<String> comment = Optional.empty();
    private Optional<String> check = Optional.empty();
    private final List<String> others = new ArrayList<>();
    private final String type;

    /** Reads a column that begins with its name. */
    ShownColumn(String sql, List<Piece> pieces) {
        this.sql = sql;
        this.pieces = pieces;
        this.type = clause(at);
        while (at < pieces.size()) {
            readClause();
        }
    }

    String name() {
        return WrittenName.of(pieces.get(0).content());
    }

    Column column() {
        boolean isJson = isJson();
        return new Column(
                name(),
                isJson ? "json" : withoutWidth(type),
                nullable,
                byDefault,
                isJson ? Optional.empty() : collation,
                others.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", others)),
                comment);
    }

    /** A check that belongs to the column has no name, and can't be dropped but with the column's definition. */
    Optional<Constraint> check() {
        return check.filter(condition -> !isJson())
                .map(condition -> new Constraint(
                        "", Constraint.Kind.CHECK, List.of(name()), "CHECK " + condition, Optional.empty()));
    }

    /** {@return whether its default is made of bytes, which are shown as characters} */
    boolean hasBinaryDefault() {
        String lower = type.toLowerCase(Locale.ROOT);
        return byDefault.filter(text -> text.startsWith("'")).isPresent()
                && (lower.contains("binary") || lower.contains("blob"));
    }

    /** One of the servers shows a column of this type as a text with a check. */
    private boolean isJson() {
        return type.toLowerCase(Locale.ROOT).startsWith("longtext")
                && collation.filter("utf8mb4_bin"::equals).isPresent()
                && check.filter(("(json_valid(" + pieces.get(0).text() + "))")::equals)
                        .isPresent();
    }

    /** Widths of integers mean nothing, and newer servers don't show them; but one that is filled up shows by it. */
    private static String withoutWidth(String type) {
        boolean means = type.equalsIgnoreCase("tinyint(1)") || type.endsWith("zerofill");
        return means ? type : type.replaceFirst("(?i)^((?:tiny|small|medium|big)?int)\\(\\d+\\)", "$1");
    }

    private void readClause() {
        Piece first = pieces.get(at++);
        switch (first.text().toUpperCase(Locale.ROOT)) {
            case "NOT" -> {
                nullable = false;
                at++;
            }
            case "NULL" -> nullable = true;
            case "DEFAULT" -> byDefault = Optional.of(clause(at + 1)).filter(text -> !text.equalsIgnoreCase("NULL"));
            case "COLLATE" -> collation = Optional.of(clause(at + 1));
            case "COMMENT" -> comment = Optional.of(pieces.get(at++).content());
            case "CHECK" -> check = Optional.of(clause(at + 1));
            default -> {
                at--;
                others.add(clause(at + 1));
            }
        }
    }

    /** Reads up to the next clause, but at least up to a place. */
    private String clause(int least) {
        int begin = at;
        int depth = pieces.get(0).depth();
        while (at < pieces.size() && (at < least || !beginsClause(pieces.get(at), depth))) {
            at++;
        }
        return begin == at
                ? ""
                : sql.substring(pieces.get(begin).start(), pieces.get(at - 1).end());
    }

    private static boolean beginsClause(Piece piece, int depth) {
        return piece.depth() == depth && CLAUSES.contains(piece.text().toUpperCase(Locale.ROOT));
    }
}
