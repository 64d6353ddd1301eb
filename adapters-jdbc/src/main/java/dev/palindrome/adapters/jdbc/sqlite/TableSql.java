package dev.palindrome.adapters.jdbc.sqlite;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.catalogue.Column;
import dev.palindrome.spi.catalogue.Constraint;
import dev.palindrome.spi.catalogue.Table;
import dev.palindrome.spi.sql.StandardRenderings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Writes tables and their parts as SQLite wants them. SQLite keeps no comments, so they are left out. */
final class TableSql {
    static final String IDENTITY = "AUTOINCREMENT";

    /** What DEFAULT takes without parentheses (sqlite.org/lang_createtable.html, 3.2): a literal, maybe with a sign. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?(0[xX][0-9a-fA-F]+|[0-9.]+([eE][+-]?[0-9]+)?)");

    private final Dialect dialect;

    TableSql(Dialect dialect) {
        this.dialect = dialect;
    }

    String create(Table table) {
        return create(table, dialect.name(table.name()));
    }

    /** The table under another name, which is SQL already. */
    String create(Table table, String name) {
        Optional<Column> identity = identity(table);
        List<String> parts = new ArrayList<>();
        for (Column column : table.columns()) {
            parts.add(identity.filter(column::equals).isPresent() ? identity(table, column) : column(column));
        }
        table.constraints().stream()
                .filter(c -> identity.isEmpty() || c.kind() != Constraint.Kind.PRIMARY_KEY)
                .forEach(c -> parts.add(StandardRenderings.constraint(dialect, c)));
        return "CREATE TABLE " + name + " (\n  " + String.join(",\n  ", parts) + "\n)"
                + (table.options().isEmpty() ? "" : " " + table.options());
    }

    /** A column without constraints. */
    String column(Column column) {
        return dialect.name(column.name())
                + (column.type().isEmpty() ? "" : " " + column.type())
                + column.collation()
                        .map(name -> " COLLATE " + Written.collation(name))
                        .orElse("")
                + (column.nullable() ? "" : " NOT NULL")
                + column.defaultExpression()
                        .map(d -> " DEFAULT " + inDefault(d))
                        .orElse("")
                + column.generated().map(clause -> " " + clause).orElse("");
    }

    static boolean isIdentity(Column column) {
        return column.generated().filter(IDENTITY::equals).isPresent();
    }

    /** Whether SQLite computes the column, so that nobody can write into it. */
    static boolean isComputed(Column column) {
        return column.generated().isPresent() && !isIdentity(column);
    }

    /** Says whether it is a constant as ALTER TABLE ADD COLUMN wants it, and can serve rows that are there already. */
    static boolean isConstant(String defaultExpression) {
        List<Lexeme> pieces = Lexer.read(defaultExpression);
        boolean literal = pieces.size() == 1
                && (pieces.get(0).kind() == Lexeme.Kind.TEXT
                        || pieces.get(0).kind() == Lexeme.Kind.VALUE
                        || pieces.get(0).is("TRUE")
                        || pieces.get(0).is("FALSE"));
        return literal || NUMBER.matcher(defaultExpression).matches();
    }

    private static String inDefault(String expression) {
        boolean bare =
                NUMBER.matcher(expression).matches() || Lexer.read(expression).size() == 1;
        return bare ? expression : "(" + expression + ")";
    }

    private static Optional<Column> identity(Table table) {
        return table.columns().stream().filter(TableSql::isIdentity).findFirst();
    }

    /** AUTOINCREMENT stands in the column, behind the very words INTEGER PRIMARY KEY (sqlite.org/autoinc.html). */
    private String identity(Table table, Column column) {
        Constraint key = table.primaryKey()
                .filter(c -> c.columns().size() == 1 && c.columns().get(0).equalsIgnoreCase(column.name()))
                .orElseThrow(() -> refused(table, column, "its whole primary key"));
        if (!column.type().toUpperCase(Locale.ROOT).contains("INT")) {
            throw refused(table, column, "an integer, not '" + column.type() + "'");
        }
        String inColumn = key.definition()
                .replaceFirst("(?s)\\(.*\\)", "")
                .replace("  ", " ")
                .strip();
        String type = column.type().equalsIgnoreCase("INTEGER") ? column.type() : "INTEGER";
        return dialect.name(column.name()) + " " + type + " "
                + (key.name().isEmpty() ? "" : "CONSTRAINT " + dialect.name(key.name()) + " ") + inColumn + " "
                + IDENTITY;
    }

    private static ProblemException refused(Table table, Column column, String what) {
        return new ProblemException(Problem.error(
                ProblemCodes.OPERATION_UNSUPPORTED,
                "SQLite fills a column with growing numbers only where it is INTEGER PRIMARY KEY, so the column '"
                        + column.name() + "' of table '" + table.name() + "' has to be " + what
                        + ". Make it so, or leave 'identity' out for this database."));
    }
}
