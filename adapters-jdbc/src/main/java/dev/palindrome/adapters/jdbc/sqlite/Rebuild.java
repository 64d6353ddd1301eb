package dev.palindrome.adapters.jdbc.sqlite;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.Requirement;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.catalogue.Attachment;
import dev.palindrome.spi.catalogue.Column;
import dev.palindrome.spi.catalogue.Constraint;
import dev.palindrome.spi.catalogue.Index;
import dev.palindrome.spi.catalogue.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes a table anew where ALTER TABLE can't change it, with its rows, indexes and triggers, in whatever transaction there
 * is: the procedure of sqlite.org/lang_altertable.html, section 7, but for two steps.
 *
 * <p>That procedure turns {@code foreign_keys} off before it begins, since DROP TABLE deletes the rows first, and where
 * foreign keys are enforced that empties the tables that refer to it with ON DELETE CASCADE. In a transaction the setting
 * can't be changed, so here the former table is dropped at the end, when it has given its name away and nobody refers to it.
 * A rename takes the references along where foreign keys are enforced, even under {@code legacy_alter_table}; an UPDATE of
 * {@code sqlite_schema}, which the same section allows for foreign keys, puts them back. Where they aren't enforced it finds
 * nothing to do. Views and the triggers of other tables never notice.
 *
 * <p>Rows keep what INTEGER PRIMARY KEY says, and AUTOINCREMENT goes on counting; the hidden rowids of other tables change,
 * as they may in a VACUUM.
 */
final class Rebuild {
    private static final String FRESH = "palindrome_new_";
    private static final Pattern CREATION = Pattern.compile("CREATE TABLE \"" + FRESH + "((?:[^\"]|\"\")++)\"");

    private final Dialect dialect;
    private final TableSql sql;
    private final Table former;
    private final Table made;
    private final Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /** {@return the name of the table, in its written form, that a statement begins to make anew} */
    static Optional<String> tableMadeBy(Statement statement) {
        Matcher matcher = CREATION.matcher(statement.sql());
        return matcher.lookingAt() ? Optional.of(Written.of(matcher.group(1).replace("\"\"", "\""))) : Optional.empty();
    }

    /** Requires that a table has no columns, indexes and triggers but those. */
    static Requirement nothingMoreThan(Table table, Dialect dialect) {
        String name = dialect.literal(Written.exact(table.name().name()));
        String columns = literals(table.columns().stream().map(Column::name), dialect);
        String others = literals(
                Stream.concat(
                        table.indexes().stream().map(Index::name),
                        table.attachments().stream().map(Attachment::name)),
                dialect);
        return new Requirement(
                Requirement.Subject.PARTS,
                "SELECT (SELECT COUNT(*) FROM pragma_table_xinfo(" + name + ") WHERE name COLLATE NOCASE NOT IN ("
                        + columns
                        + ")) + (SELECT COUNT(*) FROM sqlite_schema WHERE tbl_name = " + name
                        + " COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN ("
                        + others + "))",
                "of table '" + table.name()
                        + "' (a column, index or trigger) came later and would be lost: the table is made "
                        + "anew. Reverse what added it, or drop it first");
    }

    private static String literals(Stream<String> names, Dialect dialect) {
        return names.map(Written::exact).map(dialect::literal).collect(Collectors.joining(", "));
    }

    /** Nothing runs here; {@link #statements} says what is to. */
    Rebuild(Dialect dialect, Table former, Table made) {
        this.dialect = dialect;
        this.sql = new TableSql(dialect);
        this.former = former;
        this.made = made;
    }

    /** Gives the rows an expression of their former columns as the value of a column. */
    Rebuild with(String column, String expression) {
        values.put(column, expression);
        return this;
    }

    List<Statement> statements() {
        requireReadable();
        String exact = Written.exact(made.name().name());
        String fresh = FRESH + exact;
        String gone = "palindrome_old_" + exact;
        String name = dialect.name(made.name());
        List<String> all = new ArrayList<>();
        all.add(sql.create(made, dialect.quote(fresh)));
        if (counts(former) && counts(made)) {
            all.add("INSERT INTO sqlite_sequence (name, seq) SELECT " + dialect.literal(fresh)
                    + ", seq FROM sqlite_sequence WHERE name = " + dialect.literal(exact) + " COLLATE NOCASE");
        }
        all.add(copy(dialect.quote(fresh), name));
        all.add("PRAGMA legacy_alter_table = ON");
        all.add("ALTER TABLE " + name + " RENAME TO " + dialect.quote(gone));
        all.add("ALTER TABLE " + dialect.quote(fresh) + " RENAME TO " + name);
        all.add("PRAGMA legacy_alter_table = OFF");
        all.addAll(referencesBack(gone, name));
        all.add("DROP TABLE " + dialect.quote(gone));
        made.indexes().forEach(index -> all.add(index.definition()));
        made.attachments().forEach(trigger -> all.add(trigger.definition()));
        return all.stream().map(text -> Statement.of(text)).toList();
    }

    private void requireReadable() {
        if (!former.peculiarities().isEmpty()) {
            throw new ProblemException(Problem.error(
                    ProblemCodes.OPERATION_UNSUPPORTED,
                    "SQLite can't change table '" + former.name() + "' in this way but by making it anew, and that is"
                            + " not possible: " + String.join(", ", former.peculiarities())
                            + ". Write SQL with its reversal."));
        }
    }

    /** A unique key may say ON CONFLICT IGNORE; no row shall get lost here. */
    private String copy(String to, String from) {
        List<String> columns = new ArrayList<>();
        List<String> expressions = new ArrayList<>();
        for (Column column : made.columns()) {
            boolean isThere = former.column(column.name()).isPresent();
            if (!TableSql.isComputed(column) && (isThere || values.containsKey(column.name()))) {
                columns.add(dialect.name(column.name()));
                expressions.add(values.getOrDefault(column.name(), dialect.name(column.name())));
            }
        }
        boolean ownResolution =
                made.constraints().stream().map(Constraint::definition).anyMatch(d -> d.contains(" ON CONFLICT "));
        return "INSERT " + (ownResolution ? "OR ABORT " : "") + "INTO " + to + " (" + String.join(", ", columns)
                + ")\nSELECT " + String.join(", ", expressions) + " FROM " + from;
    }

    /** What SQLite itself has just written is put back: the former table's new name, in its quotes. */
    private List<String> referencesBack(String gone, String name) {
        String written = dialect.literal(dialect.quote(gone));
        return List.of(
                "PRAGMA writable_schema = ON",
                "/* where foreign_keys is on, references have followed the rename: back with them */\n"
                        + "UPDATE sqlite_schema SET sql = replace(sql, " + written + ", " + dialect.literal(name)
                        + ")\n"
                        + "WHERE type = 'table' AND name <> " + dialect.literal(gone) + " AND instr(sql, " + written
                        + ")",
                "PRAGMA writable_schema = RESET");
    }

    private static boolean counts(Table table) {
        return table.columns().stream().anyMatch(TableSql::isIdentity);
    }
}
