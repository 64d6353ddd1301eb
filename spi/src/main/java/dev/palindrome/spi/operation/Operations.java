package dev.palindrome.spi.operation;

import dev.palindrome.spi.JavaCode;
import dev.palindrome.spi.Location;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The door to the typed operations for Java authors, meant to be imported statically:
 *
 * <pre>{@code
 * Migration.id("0002_concerts")
 *     .forwards(
 *         createTable("concert",
 *             column("id", "identity").asPrimaryKey(),
 *             column("band", "bigint").notNull().references("band", "id"),
 *             column("starts_on", "timestamp")),
 *         addColumn("band", column("genre", "varchar(30)").defaultsTo("'rock'")),
 *         createIndex("concert", "starts_on"),
 *         dropColumn("band", "popularity"))
 *     .build();
 * }</pre>
 *
 * <p>Such a migration needs no {@code backwards}: each operation knows what takes it back. Everything that isn't among the
 * parameters here can be said with the methods or the constructor of the operation's record.
 *
 * @since 0.1
 */
public final class Operations {
    private static final Optional<String> HERE = Optional.empty();
    private static final Optional<String> UNSAID = Optional.empty();
    private static final Location JAVA = Location.of("SQL in Java");

    private Operations() {}

    /**
     * A column for a new table, or for {@link #addColumn}.
     *
     * @param name its name
     * @param type a standard SQL type, or one of the database's own
     * @return a column that may be null
     */
    public static NewColumn column(String name, String type) {
        return NewColumn.of(name, type);
    }

    /**
     * Creates a table.
     *
     * @param table its name
     * @param columns its columns in order
     * @return the operation
     */
    public static CreateTable createTable(String table, NewColumn... columns) {
        return new CreateTable(
                HERE, table, List.of(columns), Optional.empty(), List.of(), List.of(), List.of(), UNSAID);
    }

    /**
     * Drops a table.
     *
     * @param table its name
     * @return the operation
     */
    public static DropTable dropTable(String table) {
        return new DropTable(HERE, table);
    }

    /**
     * Renames a table.
     *
     * @param table its name
     * @param to its new name
     * @return the operation
     */
    public static RenameTable renameTable(String table, String to) {
        return new RenameTable(HERE, table, to);
    }

    /**
     * Moves a table to another schema.
     *
     * @param schema the schema in which it is
     * @param table its name
     * @param to the schema to which it goes
     * @return the operation
     */
    public static MoveTable moveTable(String schema, String table, String to) {
        return new MoveTable(schema, table, to);
    }

    /**
     * Adds a column.
     *
     * @param table the table
     * @param column the column
     * @return the operation
     */
    public static AddColumn addColumn(String table, NewColumn column) {
        return new AddColumn(HERE, table, column);
    }

    /**
     * Drops a column.
     *
     * @param table the table
     * @param column the column
     * @return the operation
     */
    public static DropColumn dropColumn(String table, String column) {
        return new DropColumn(HERE, table, column, UNSAID);
    }

    /**
     * Renames a column.
     *
     * @param table the table
     * @param column its name
     * @param to its new name
     * @return the operation
     */
    public static RenameColumn renameColumn(String table, String column, String to) {
        return new RenameColumn(HERE, table, column, to);
    }

    /**
     * Changes a column's type.
     *
     * @param table the table
     * @param column the column
     * @param type its new type
     * @return the operation
     */
    public static ChangeColumn changeType(String table, String column, String type) {
        return change(table, column, Optional.of(type), Optional.empty(), UNSAID, false);
    }

    /**
     * Says whether a column may be null from now on.
     *
     * @param table the table
     * @param column the column
     * @param nullable whether it may
     * @return the operation
     */
    public static ChangeColumn changeNullable(String table, String column, boolean nullable) {
        return change(table, column, UNSAID, Optional.of(nullable), UNSAID, false);
    }

    /**
     * Gives a column a default.
     *
     * @param table the table
     * @param column the column
     * @param expression an SQL expression
     * @return the operation
     */
    public static ChangeColumn changeDefault(String table, String column, String expression) {
        return change(table, column, UNSAID, Optional.empty(), Optional.of(expression), false);
    }

    /**
     * Takes a column's default away.
     *
     * @param table the table
     * @param column the column
     * @return the operation
     */
    public static ChangeColumn dropDefault(String table, String column) {
        return change(table, column, UNSAID, Optional.empty(), UNSAID, true);
    }

    private static ChangeColumn change(
            String table,
            String column,
            Optional<String> type,
            Optional<Boolean> nullable,
            Optional<String> defaultExpression,
            boolean dropDefault) {
        return new ChangeColumn(HERE, table, column, type, nullable, defaultExpression, dropDefault, UNSAID, UNSAID);
    }

    /**
     * Adds a primary key.
     *
     * @param table the table
     * @param columns its columns in order
     * @return the operation
     */
    public static AddPrimaryKey addPrimaryKey(String table, String... columns) {
        return new AddPrimaryKey(HERE, table, UNSAID, List.of(columns));
    }

    /**
     * Drops the primary key.
     *
     * @param table the table
     * @return the operation
     */
    public static DropPrimaryKey dropPrimaryKey(String table) {
        return new DropPrimaryKey(HERE, table, UNSAID);
    }

    /**
     * Adds a unique key.
     *
     * @param table the table
     * @param columns its columns in order
     * @return the operation
     */
    public static AddUnique addUnique(String table, String... columns) {
        return new AddUnique(HERE, table, UNSAID, List.of(columns));
    }

    /**
     * Drops a unique key.
     *
     * @param table the table
     * @param name its name
     * @return the operation
     */
    public static DropUnique dropUnique(String table, String name) {
        return new DropUnique(HERE, table, name);
    }

    /**
     * Adds a foreign key.
     *
     * @param table the table
     * @param column its column
     * @param references what it refers to
     * @return the operation
     */
    public static AddForeignKey addForeignKey(String table, String column, Reference references) {
        return new AddForeignKey(HERE, table, UNSAID, List.of(column), references);
    }

    /**
     * Drops a foreign key.
     *
     * @param table the table
     * @param name its name
     * @return the operation
     */
    public static DropForeignKey dropForeignKey(String table, String name) {
        return new DropForeignKey(HERE, table, name);
    }

    /**
     * Adds a check.
     *
     * @param table the table
     * @param name its name
     * @param expression the condition, an SQL expression
     * @return the operation
     */
    public static AddCheck addCheck(String table, String name, String expression) {
        return new AddCheck(HERE, table, name, expression);
    }

    /**
     * Drops a check.
     *
     * @param table the table
     * @param name its name
     * @return the operation
     */
    public static DropCheck dropCheck(String table, String name) {
        return new DropCheck(HERE, table, name);
    }

    /**
     * Creates an index.
     *
     * @param table the table
     * @param columns its columns in order
     * @return the operation
     */
    public static CreateIndex createIndex(String table, String... columns) {
        return createIndex(table, Arrays.stream(columns).map(IndexPart::column).toArray(IndexPart[]::new));
    }

    /**
     * Creates an index.
     *
     * @param table the table
     * @param parts its columns and expressions in order
     * @return the operation
     */
    public static CreateIndex createIndex(String table, IndexPart... parts) {
        return new CreateIndex(HERE, table, UNSAID, List.of(parts), false, UNSAID, UNSAID, false);
    }

    /**
     * Drops an index.
     *
     * @param table the table
     * @param name its name
     * @return the operation
     */
    public static DropIndex dropIndex(String table, String name) {
        return new DropIndex(HERE, table, name, false);
    }

    /**
     * Creates a view.
     *
     * @param view its name
     * @param query its query
     * @return the operation
     */
    public static CreateView createView(String view, String query) {
        return new CreateView(HERE, view, query);
    }

    /**
     * Gives a view another query.
     *
     * @param view its name
     * @param query its new query
     * @return the operation
     */
    public static ReplaceView replaceView(String view, String query) {
        return new ReplaceView(HERE, view, query);
    }

    /**
     * Drops a view.
     *
     * @param view its name
     * @return the operation
     */
    public static DropView dropView(String view) {
        return new DropView(HERE, view);
    }

    /**
     * Creates a sequence.
     *
     * @param sequence its name
     * @return the operation
     */
    public static CreateSequence createSequence(String sequence) {
        return new CreateSequence(HERE, sequence, Optional.empty(), Optional.empty());
    }

    /**
     * Drops a sequence.
     *
     * @param sequence its name
     * @return the operation
     */
    public static DropSequence dropSequence(String sequence) {
        return new DropSequence(HERE, sequence);
    }

    /**
     * Creates a schema.
     *
     * @param schema its name
     * @return the operation
     */
    public static CreateSchema createSchema(String schema) {
        return new CreateSchema(schema);
    }

    /**
     * Drops an empty schema.
     *
     * @param schema its name
     * @return the operation
     */
    public static DropSchema dropSchema(String schema) {
        return new DropSchema(schema);
    }

    /**
     * Creates an enum type.
     *
     * @param type its name
     * @param values its values in order
     * @return the operation
     */
    public static CreateEnumType createEnumType(String type, String... values) {
        return new CreateEnumType(HERE, type, List.of(values));
    }

    /**
     * Drops an enum type.
     *
     * @param type its name
     * @return the operation
     */
    public static DropEnumType dropEnumType(String type) {
        return new DropEnumType(HERE, type);
    }

    /**
     * Adds a value to an enum type, as its last.
     *
     * @param type its name
     * @param value the value
     * @return the operation
     */
    public static AddEnumValue addEnumValue(String type, String value) {
        return new AddEnumValue(HERE, type, value, UNSAID, UNSAID);
    }

    /**
     * Sets the comment of a table.
     *
     * @param table the table
     * @param text the comment
     * @return the operation
     */
    public static Comment comment(String table, String text) {
        return new Comment(HERE, table, UNSAID, Optional.of(text));
    }

    /**
     * Sets the comment of a column.
     *
     * @param table the table
     * @param column the column
     * @param text the comment
     * @return the operation
     */
    public static Comment comment(String table, String column, String text) {
        return new Comment(HERE, table, Optional.of(column), Optional.of(text));
    }

    /**
     * Inserts rows.
     *
     * @param table the table
     * @param rows made by {@link #row}
     * @return the operation
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static InsertRows insertRows(String table, Map<String, @Nullable Object>... rows) {
        return new InsertRows(HERE, table, List.of(rows), List.of());
    }

    /**
     * Changes rows.
     *
     * @param table the table
     * @param set the new values, made by {@link #row}
     * @param where which rows, an SQL condition
     * @param backwards the statements that take it back, or {@code "none needed"}
     * @return the operation
     */
    public static UpdateRows updateRows(
            String table, Map<String, @Nullable Object> set, String where, String backwards) {
        return new UpdateRows(HERE, table, set, Optional.of(where), Optional.of(backwards), UNSAID, JAVA);
    }

    /**
     * Deletes rows.
     *
     * @param table the table
     * @param where which rows, an SQL condition
     * @param backwards the statements that take it back, or {@code "none needed"}
     * @return the operation
     */
    public static DeleteRows deleteRows(String table, String where, String backwards) {
        return new DeleteRows(HERE, table, Optional.of(where), Optional.of(backwards), UNSAID, JAVA);
    }

    /**
     * A row for {@link #insertRows} or {@link #updateRows}.
     *
     * @param namesAndValues the name of a column, its value, the name of the next column, its value, and so on; values are
     *     texts, numbers, booleans, nulls and {@link Expression}s
     * @return the row
     * @throws IllegalArgumentException if a value is missing
     */
    public static Map<String, @Nullable Object> row(@Nullable Object... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException(
                    "Each column of a row needs a value: " + Arrays.toString(namesAndValues));
        }
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return row;
    }

    /**
     * Runs SQL of the database's own.
     *
     * @param forwards the statements
     * @param backwards the statements that take them back, or {@code "none needed"}
     * @return the operation
     */
    public static Sql sql(String forwards, String backwards) {
        return new Sql(forwards, Optional.of(backwards), UNSAID, JAVA);
    }

    /**
     * Runs SQL of the database's own that nothing takes back.
     *
     * @param forwards the statements
     * @param reason why there is no way back, in half a sentence
     * @return the operation
     */
    public static Sql irreversibleSql(String forwards, String reason) {
        return new Sql(forwards, UNSAID, Optional.of(reason), JAVA);
    }

    /**
     * Runs Java code.
     *
     * @param name what previews show for the code, best the name of a class; change it when you change the code
     * @param forwards the code
     * @param backwards the code that takes it back
     * @return the operation
     */
    public static Code code(String name, JavaCode.Body forwards, JavaCode.Body backwards) {
        Location location = Location.of(name);
        return new Code(new JavaCode(name, forwards, location), new JavaCode(name + " backwards", backwards, location));
    }
}
