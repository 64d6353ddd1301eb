package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.catalogue.Column;
import dev.palindrome.spi.catalogue.Constraint;
import dev.palindrome.spi.catalogue.Index;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A table as SHOW CREATE TABLE has it, which is what makes it again. */
final class ShownTable {
    private final Dialect dialect;
    private final ObjectName name;
    private final String sql;
    private final List<Piece> pieces;

    private final List<Column> columns = new ArrayList<>();
    private final List<Constraint> constraints = new ArrayList<>();
    private final List<Index> indexes = new ArrayList<>();
    private final List<String> peculiarities = new ArrayList<>();
    private Optional<String> comment = Optional.empty();
    private String options = "";

    ShownTable(Dialect dialect, ObjectName name, String sql) {
        this.dialect = dialect;
        this.name = name;
        this.sql = sql;
        this.pieces = Piece.of(sql);
    }

    /** {@return the table without its triggers} */
    Table table() {
        if (pieces.get(1).is("TEMPORARY")) {
            peculiarities.add("it is temporary");
        }
        readBody();
        return KeysOwnIndexes.setApart(
                new Table(name, columns, constraints, indexes, List.of(), options, comment, peculiarities));
    }

    private void readBody() {
        int open = first("(", 0);
        int begin = open + 1;
        int at = begin;
        while (!(pieces.get(at).is(")") && pieces.get(at).depth() == 0)) {
            if (pieces.get(at).is(",") && pieces.get(at).depth() == 1) {
                readElement(pieces.subList(begin, at));
                begin = at + 1;
            }
            at++;
        }
        readElement(pieces.subList(begin, at));
        readOptions(at);
    }

    private int first(String mark, int from) {
        int at = from;
        while (!pieces.get(at).is(mark)) {
            at++;
        }
        return at;
    }

    private void readElement(List<Piece> element) {
        if (element.get(0).type() == Piece.Type.NAME) {
            ShownColumn column = new ShownColumn(sql, element);
            columns.add(column.column());
            column.check().ifPresent(constraints::add);
            if (column.hasBinaryDefault()) {
                peculiarities.add(
                        "the server doesn't show the bytes of the default of its column '" + column.name() + "'");
            }
            return;
        }
        ShownKey key = new ShownKey(sql, element);
        if (key.isConstraint()) {
            constraints.add(key.constraint());
        }
        if (key.isIndex()) {
            indexes.add(key.index(dialect, name));
        }
        if (!key.isConstraint() && !key.isIndex()) {
            peculiarities.add("it has a period");
        }
    }

    private void readOptions(int closing) {
        int from = pieces.get(closing).end();
        StringBuilder kept = new StringBuilder();
        for (int at = closing + 1; at < pieces.size(); at++) {
            boolean isComment = pieces.get(at).is("COMMENT")
                    && at + 2 < pieces.size()
                    && pieces.get(at + 1).is("=");
            if (isComment && comment.isEmpty() && pieces.get(at).depth() == 0) {
                comment = Optional.of(pieces.get(at + 2).content());
                kept.append(sql, from, pieces.get(at).start());
                from = pieces.get(at + 2).end();
            }
        }
        options = kept.append(sql, from, sql.length()).toString().strip();
    }
}
