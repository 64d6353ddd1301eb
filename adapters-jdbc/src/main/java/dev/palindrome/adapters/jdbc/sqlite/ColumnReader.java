package dev.palindrome.adapters.jdbc.sqlite;

import dev.palindrome.adapters.jdbc.SqlText;
import dev.palindrome.spi.catalogue.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads one column of CREATE TABLE, with the constraints that stand in it. */
final class ColumnReader {
    private static final Set<String> ENDS_TYPE = Set.of(
            "CONSTRAINT",
            "PRIMARY",
            "NOT",
            "NULL",
            "UNIQUE",
            "CHECK",
            "DEFAULT",
            "COLLATE",
            "REFERENCES",
            "GENERATED",
            "AS");

    private final SqlReader sql;
    private final List<ConstraintReader> constraints = new ArrayList<>();
    private final List<String> peculiarities = new ArrayList<>();
    private String name = "";
    private String type = "";
    private boolean nullable = true;
    private Optional<String> defaultExpression = Optional.empty();
    private Optional<String> collation = Optional.empty();
    private Optional<String> generated = Optional.empty();

    ColumnReader(SqlReader sql) {
        this.sql = sql;
    }

    String name() {
        return name;
    }

    String type() {
        return type;
    }

    List<ConstraintReader> constraints() {
        return constraints;
    }

    List<String> peculiarities() {
        return peculiarities;
    }

    /**
     * The column that was read.
     *
     * @param neverNull whether the primary key makes it so
     * @param counted whether SQLite fills it with growing numbers
     * @param all the names of the table's columns
     */
    Column column(boolean neverNull, boolean counted, List<String> all) {
        return new Column(
                Written.of(name),
                type,
                nullable && !neverNull,
                defaultExpression,
                collation,
                counted ? Optional.of(TableSql.IDENTITY) : generated.map(clause -> Quoting.plain(clause, all)),
                Optional.empty());
    }

    void read() throws UnreadableException {
        name = sql.name();
        type = readType();
        String constraint = "";
        while (!sql.atEnd() && !sql.at(",")) {
            if (sql.skip("CONSTRAINT")) {
                constraint = sql.name();
            } else if (ConstraintReader.beginsIn(sql)) {
                constraints.add(ConstraintReader.ofColumn(constraint, name, sql));
                constraint = "";
            } else {
                readClause();
                constraint = "";
            }
        }
    }

    private String readType() throws UnreadableException {
        StringBuilder text = new StringBuilder();
        while (sql.peek().filter(ColumnReader::isOfType).isPresent()) {
            text.append(text.length() == 0 ? "" : " ").append(sql.next().text());
        }
        if (text.length() > 0 && sql.at("(")) {
            text.append('(');
            Lexeme.Kind before = Lexeme.Kind.MARK;
            for (Lexeme piece : sql.inParentheses().rest()) {
                boolean apart = before != Lexeme.Kind.MARK && piece.kind() != Lexeme.Kind.MARK;
                text.append(apart ? " " : "").append(piece.text());
                before = piece.kind();
            }
            text.append(')');
        }
        return text.toString();
    }

    private static boolean isOfType(Lexeme piece) {
        return piece.isName() && !ENDS_TYPE.contains(piece.text().toUpperCase(Locale.ROOT));
    }

    private void readClause() throws UnreadableException {
        if (sql.skip("DEFAULT")) {
            defaultExpression = Optional.of(readDefault()).filter(text -> !text.equalsIgnoreCase("NULL"));
        } else if (sql.skip("NOT", "NULL")) {
            nullable = false;
            if (!ConstraintReader.onConflict(sql).isEmpty()) {
                peculiarities.add(
                        "its column " + SqlText.quote(name) + " is NOT NULL ON CONFLICT of a kind of its own");
            }
        } else if (sql.skip("NULL")) {
            ConstraintReader.onConflict(sql);
        } else if (sql.skip("COLLATE")) {
            collation = Optional.of(sql.name()).filter(c -> !c.equalsIgnoreCase("BINARY"));
        } else if (sql.skip("GENERATED", "ALWAYS", "AS") || sql.skip("AS")) {
            String expression = sql.inParentheses().restText();
            boolean stored = sql.skip("STORED");
            if (!stored) {
                sql.skip("VIRTUAL");
            }
            generated = Optional.of("GENERATED ALWAYS AS (" + expression + ") " + (stored ? "STORED" : "VIRTUAL"));
        } else {
            throw sql.unexpected("a clause of column " + name);
        }
    }

    /** {@return the expression, without the parentheses that CREATE TABLE wants round it} */
    private String readDefault() throws UnreadableException {
        if (sql.at("(")) {
            return sql.inParentheses().restText();
        }
        boolean signed = sql.at("-") || sql.at("+");
        return signed ? sql.next().text() + sql.next().text() : sql.next().text();
    }
}
