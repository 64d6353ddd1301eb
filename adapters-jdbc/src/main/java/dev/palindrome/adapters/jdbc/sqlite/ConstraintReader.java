package dev.palindrome.adapters.jdbc.sqlite;

import dev.palindrome.adapters.jdbc.SqlText;
import dev.palindrome.spi.catalogue.Constraint;
import dev.palindrome.spi.catalogue.Constraint.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads one constraint of CREATE TABLE, in a column or behind the columns: both give the same. */
final class ConstraintReader {
    private final String name;
    private final Kind kind;
    private final List<String> columns = new ArrayList<>();
    private List<Lexeme> expression = List.of();
    private String definition = "";
    private boolean autoincrement;
    private boolean descendingInColumn;

    private ConstraintReader(String name, Kind kind) {
        this.name = name;
        this.kind = kind;
    }

    /** Says whether a constraint of a column comes next, of those that are constraints of the table as well. */
    static boolean beginsIn(SqlReader sql) {
        return sql.at("PRIMARY", "KEY") || sql.at("UNIQUE") || sql.at("CHECK") || sql.at("REFERENCES");
    }

    /** Says whether a comma comes next and behind it a constraint of the table; no name is one of these words. */
    static boolean beginsBehindComma(SqlReader sql) {
        return sql.at(",", "CONSTRAINT")
                || sql.at(",", "PRIMARY")
                || sql.at(",", "UNIQUE")
                || sql.at(",", "CHECK")
                || sql.at(",", "FOREIGN");
    }

    static ConstraintReader ofColumn(String name, String column, SqlReader sql) throws UnreadableException {
        ConstraintReader constraint = new ConstraintReader(name, kind(sql));
        constraint.columns.add(column);
        switch (constraint.kind) {
            case PRIMARY_KEY -> {
                sql.skip("ASC");
                constraint.descendingInColumn = sql.skip("DESC");
                String conflict = onConflict(sql);
                constraint.autoincrement = sql.skip("AUTOINCREMENT");
                constraint.definition = "PRIMARY KEY (" + SqlText.quote(column)
                        + (constraint.descendingInColumn ? " DESC)" : ")") + conflict;
            }
            case UNIQUE -> constraint.definition = "UNIQUE (" + SqlText.quote(column) + ")" + onConflict(sql);
            case CHECK -> constraint.readCheck(sql);
            default -> constraint.readReference(sql);
        }
        return constraint;
    }

    static ConstraintReader ofTable(String name, SqlReader sql) throws UnreadableException {
        ConstraintReader constraint = new ConstraintReader(name, kind(sql));
        switch (constraint.kind) {
            case PRIMARY_KEY ->
                constraint.definition =
                        "PRIMARY KEY (" + constraint.readKey(sql.inParentheses()) + ")" + onConflict(sql);
            case UNIQUE ->
                constraint.definition = "UNIQUE (" + constraint.readKey(sql.inParentheses()) + ")" + onConflict(sql);
            case CHECK -> constraint.readCheck(sql);
            default -> {
                constraint.columns.addAll(names(sql.inParentheses()));
                sql.expect("REFERENCES");
                constraint.readReference(sql);
            }
        }
        return constraint;
    }

    private static Kind kind(SqlReader sql) throws UnreadableException {
        if (sql.skip("PRIMARY", "KEY")) {
            return Kind.PRIMARY_KEY;
        }
        if (sql.skip("FOREIGN", "KEY") || sql.skip("REFERENCES")) {
            return Kind.FOREIGN_KEY;
        }
        if (sql.skip("UNIQUE")) {
            return Kind.UNIQUE;
        }
        sql.expect("CHECK");
        return Kind.CHECK;
    }

    /** {@return {@code " ON CONFLICT …"} if that comes next and isn't what happens anyway} */
    static String onConflict(SqlReader sql) throws UnreadableException {
        if (!sql.skip("ON", "CONFLICT")) {
            return "";
        }
        String resolution = sql.next().text().toUpperCase(Locale.ROOT);
        return resolution.equals("ABORT") ? "" : " ON CONFLICT " + resolution;
    }

    private String readKey(SqlReader list) throws UnreadableException {
        List<String> parts = new ArrayList<>();
        for (SqlReader part : list.cutAtCommas()) {
            String column = part.name();
            columns.add(column);
            String collation = part.skip("COLLATE") ? " COLLATE " + Written.collation(part.name()) : "";
            part.skip("ASC");
            String order = part.skip("DESC") ? " DESC" : "";
            autoincrement |= part.skip("AUTOINCREMENT");
            if (!part.atEnd()) {
                throw part.unexpected(")");
            }
            parts.add(SqlText.quote(column) + collation + order);
        }
        return String.join(", ", parts);
    }

    private void readCheck(SqlReader sql) throws UnreadableException {
        SqlReader condition = sql.inParentheses();
        expression = condition.rest();
        definition = "CHECK (" + condition.restText() + ")";
        onConflict(sql); // SQLite reads it and does nothing with it
    }

    private void readReference(SqlReader sql) throws UnreadableException {
        StringBuilder text = new StringBuilder("FOREIGN KEY (" + Written.quoted(columns) + ") REFERENCES ");
        text.append(SqlText.quote(sql.name()));
        if (sql.at("(")) {
            text.append(" (").append(Written.quoted(names(sql.inParentheses()))).append(')');
        }
        String onDelete = "";
        String onUpdate = "";
        String match = "";
        while (sql.at("ON") || sql.at("MATCH")) {
            if (sql.skip("ON", "DELETE")) {
                onDelete = action(" ON DELETE ", sql);
            } else if (sql.skip("ON", "UPDATE")) {
                onUpdate = action(" ON UPDATE ", sql);
            } else {
                sql.expect("MATCH");
                match = " MATCH " + sql.name().toUpperCase(Locale.ROOT);
            }
        }
        definition = text.append(onDelete)
                .append(onUpdate)
                .append(match)
                .append(deferred(sql))
                .toString();
    }

    private static String action(String when, SqlReader sql) throws UnreadableException {
        String first = sql.next().text().toUpperCase(Locale.ROOT);
        boolean two = first.equals("SET") || first.equals("NO");
        String action = two ? first + " " + sql.next().text().toUpperCase(Locale.ROOT) : first;
        return action.equals("NO ACTION") ? "" : when + action;
    }

    /** Only what is initially deferred is checked at the end (sqlite.org/foreignkeys.html, 4.2). */
    private static String deferred(SqlReader sql) throws UnreadableException {
        boolean never = sql.skip("NOT", "DEFERRABLE");
        if (!never && !sql.skip("DEFERRABLE")) {
            return "";
        }
        boolean initially = sql.skip("INITIALLY") && sql.next().is("DEFERRED");
        return initially && !never ? " DEFERRABLE INITIALLY DEFERRED" : "";
    }

    private static List<String> names(SqlReader list) throws UnreadableException {
        List<String> names = new ArrayList<>();
        for (SqlReader part : list.cutAtCommas()) {
            names.add(part.name());
        }
        return names;
    }

    boolean isPrimaryKey() {
        return kind == Kind.PRIMARY_KEY;
    }

    boolean isAutoincrement() {
        return autoincrement;
    }

    boolean isDescendingInColumn() {
        return descendingInColumn;
    }

    List<String> columns() {
        return columns;
    }

    /**
     * The constraint that was read.
     *
     * @param all the names of the table's columns
     * @param rowid whether it is the primary key and the rowid, for which no order means anything
     */
    Constraint constraint(List<String> all, boolean rowid) {
        List<String> involved = kind == Kind.CHECK
                ? new Mentions(all).in(expression)
                : columns.stream().map(column -> known(all, column)).toList();
        return new Constraint(
                Written.of(name),
                kind,
                involved.stream().map(Written::of).toList(),
                kind == Kind.CHECK
                        ? Quoting.plain(definition, all)
                        : rowid ? definition.replace(" DESC)", ")") : definition,
                Optional.empty());
    }

    private static String known(List<String> all, String column) {
        return all.stream().filter(column::equalsIgnoreCase).findFirst().orElse(column);
    }
}
