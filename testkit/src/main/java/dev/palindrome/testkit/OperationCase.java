package dev.palindrome.testkit;

import static dev.palindrome.spi.operation.Operations.addCheck;
import static dev.palindrome.spi.operation.Operations.addColumn;
import static dev.palindrome.spi.operation.Operations.addEnumValue;
import static dev.palindrome.spi.operation.Operations.addForeignKey;
import static dev.palindrome.spi.operation.Operations.addPrimaryKey;
import static dev.palindrome.spi.operation.Operations.addUnique;
import static dev.palindrome.spi.operation.Operations.changeDefault;
import static dev.palindrome.spi.operation.Operations.changeNullable;
import static dev.palindrome.spi.operation.Operations.changeType;
import static dev.palindrome.spi.operation.Operations.column;
import static dev.palindrome.spi.operation.Operations.comment;
import static dev.palindrome.spi.operation.Operations.createEnumType;
import static dev.palindrome.spi.operation.Operations.createIndex;
import static dev.palindrome.spi.operation.Operations.createSchema;
import static dev.palindrome.spi.operation.Operations.createSequence;
import static dev.palindrome.spi.operation.Operations.createTable;
import static dev.palindrome.spi.operation.Operations.createView;
import static dev.palindrome.spi.operation.Operations.dropCheck;
import static dev.palindrome.spi.operation.Operations.dropColumn;
import static dev.palindrome.spi.operation.Operations.dropDefault;
import static dev.palindrome.spi.operation.Operations.dropEnumType;
import static dev.palindrome.spi.operation.Operations.dropForeignKey;
import static dev.palindrome.spi.operation.Operations.dropIndex;
import static dev.palindrome.spi.operation.Operations.dropPrimaryKey;
import static dev.palindrome.spi.operation.Operations.dropSchema;
import static dev.palindrome.spi.operation.Operations.dropSequence;
import static dev.palindrome.spi.operation.Operations.dropTable;
import static dev.palindrome.spi.operation.Operations.dropUnique;
import static dev.palindrome.spi.operation.Operations.dropView;
import static dev.palindrome.spi.operation.Operations.insertRows;
import static dev.palindrome.spi.operation.Operations.moveTable;
import static dev.palindrome.spi.operation.Operations.renameColumn;
import static dev.palindrome.spi.operation.Operations.renameTable;
import static dev.palindrome.spi.operation.Operations.replaceView;
import static dev.palindrome.spi.operation.Operations.row;

import dev.palindrome.spi.Operation;
import dev.palindrome.spi.operation.Action;
import dev.palindrome.spi.operation.CreateTable;
import dev.palindrome.spi.operation.IndexPart;
import dev.palindrome.spi.operation.NewColumn;
import dev.palindrome.spi.operation.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One operation on a ground that other operations made.
 *
 * @param name what it is about, usable as the name of a file
 * @param ground what runs before
 * @param operation what is tried forwards, backwards and forwards again
 */
public record OperationCase(String name, List<Operation> ground, Operation operation) {

    public OperationCase {
        ground = List.copyOf(ground);
    }

    @Override
    public String toString() {
        return name;
    }

    /**
     * A table for a ground, without what not every database has: foreign and unique keys, checks, comments, numbered columns. The
     * first column is the primary key if there was none.
     *
     * @param table the table
     * @return one with the same columns
     */
    public static CreateTable plain(CreateTable table) {
        boolean hasKey =
                table.primaryKey().isPresent() || table.columns().stream().anyMatch(NewColumn::primaryKey);
        List<NewColumn> columns = new ArrayList<>(
                table.columns().stream().map(OperationCase::plain).toList());
        if (!hasKey) {
            columns.set(0, columns.get(0).asPrimaryKey());
        }
        return new CreateTable(
                table.schema(),
                table.table(),
                columns,
                table.primaryKey(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private static NewColumn plain(NewColumn column) {
        return new NewColumn(
                column.name(),
                column.type().equals("identity") ? "bigint" : column.type(),
                column.nullable(),
                column.defaultExpression(),
                false,
                column.primaryKey(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                column.collation(),
                Optional.empty());
    }

    private static OperationCase of(String name, Operation operation, Operation... ground) {
        return new OperationCase(name, List.of(ground), operation);
    }

    private static CreateTable country() {
        return createTable(
                "country",
                column("code", "char(2)").asPrimaryKey(),
                column("name", "varchar(80)").notNull().asUnique());
    }

    private static CreateTable customer() {
        return createTable(
                        "customer",
                        column("id", "identity").asPrimaryKey(),
                        column("nick", "varchar(30)").notNull().defaultsTo("'anon'"),
                        column("age", "integer").check("age >= 0"),
                        column("country", "char(2)")
                                .references(Reference.to("country", "code").onDelete(Action.RESTRICT)),
                        column("since", "timestamp"))
                .unique("nick", "country");
    }

    private static Operation[] customers(Operation... more) {
        Operation[] all = new Operation[more.length + 2];
        all[0] = country();
        all[1] = customer();
        System.arraycopy(more, 0, all, 2, more.length);
        return all;
    }

    /** {@return a case for each typed operation, and for each way in which one can differ} */
    public static List<OperationCase> all() {
        return List.of(
                of("create-table", customer(), country()),
                of(
                        "create-table-of-all-types",
                        createTable(
                                "every",
                                column("a", "varchar(10)"),
                                column("b", "text"),
                                column("c", "integer"),
                                column("d", "bigint"),
                                column("e", "smallint"),
                                column("f", "numeric(10,2)"),
                                column("g", "boolean"),
                                column("h", "date"),
                                column("i", "timestamp"),
                                column("j", "timestamp with time zone"),
                                column("k", "uuid"),
                                column("l", "json"),
                                column("m", "binary"),
                                column("n", "double"),
                                column("o", "char(3)"),
                                column("p", "time"))),
                of(
                        "create-table-with-composite-keys",
                        createTable(
                                        "seat",
                                        column("hall", "integer"),
                                        column("number", "integer"),
                                        column("price", "integer"))
                                .primaryKey("hall", "number")
                                .check("price > 0")
                                .unique("number", "price")),
                of(
                        "create-table-with-odd-names",
                        createTable(
                                "Order Line",
                                column("select", "integer").asPrimaryKey(),
                                column("it's \"odd\"; --", "varchar(10)").defaultsTo("'it''s'"))),
                of(
                        "create-table-with-generated-column",
                        createTable(
                                "box",
                                column("width", "integer"),
                                column("height", "integer"),
                                column("area", "integer").generatedAs("width * height"))),
                of(
                        "create-table-with-comments",
                        createTable("noted", column("a", "integer").comment("a column's"))
                                .comment("it's a table's")),
                of(
                        "drop-table",
                        dropTable("customer"),
                        customers(
                                createIndex("customer", "age"),
                                createIndex("customer", "since").asUnique())),
                of("rename-table", renameTable("customer", "client"), customers(createIndex("customer", "age"))),
                of(
                        "move-table",
                        moveTable("yard", "box", "attic"),
                        createSchema("yard"),
                        createSchema("attic"),
                        createTable("box", column("id", "integer").asPrimaryKey())
                                .in("yard")),
                of("add-column", addColumn("customer", column("email", "varchar(254)")), customers()),
                of(
                        "add-column-with-default-and-reference",
                        addColumn(
                                "customer",
                                column("home", "char(2)")
                                        .notNull()
                                        .defaultsTo("'at'")
                                        .asUnique()),
                        customers()),
                of(
                        "add-column-that-refers",
                        addColumn("customer", column("home", "char(2)").references("country", "code")),
                        customers()),
                of("drop-column", dropColumn("customer", "since"), customers()),
                of(
                        "drop-column-with-default-index-and-unique-key",
                        dropColumn("customer", "nick"),
                        customers(createIndex("customer", "nick", "age"))),
                of(
                        "drop-column-with-foreign-key-and-index",
                        dropColumn("customer", "country"),
                        customers(createIndex("customer", "country"))),
                of("drop-column-with-check", dropColumn("customer", "age"), customers()),
                of(
                        "drop-column-with-comment",
                        dropColumn("noted", "b"),
                        createTable(
                                "noted",
                                column("a", "integer"),
                                column("b", "numeric(8,3)").comment("noted"))),
                of(
                        "drop-identity-column",
                        dropColumn("counted", "id"),
                        createTable("counted", column("id", "identity").asPrimaryKey(), column("name", "varchar(5)"))),
                of(
                        "rename-column",
                        renameColumn("customer", "country", "home"),
                        customers(createIndex("customer", "country"))),
                of(
                        "change-type",
                        changeType("customer", "nick", "varchar(90)"),
                        customers(createIndex("customer", "nick"))),
                of(
                        "change-type-to-text",
                        changeType("customer", "age", "bigint"),
                        country(),
                        createTable(
                                "customer",
                                column("id", "integer").asPrimaryKey(),
                                column("age", "integer").defaultsTo("7"))),
                of("make-not-null", changeNullable("customer", "age", false), customers()),
                of("make-nullable", changeNullable("customer", "nick", true), customers()),
                of("change-default", changeDefault("customer", "nick", "'nobody'"), customers()),
                of("drop-default", dropDefault("customer", "nick"), customers()),
                of(
                        "add-primary-key",
                        addPrimaryKey("plain", "a", "b"),
                        createTable(
                                "plain",
                                column("a", "integer").notNull(),
                                column("b", "integer").notNull())),
                of(
                        "add-primary-key-of-nullable-columns",
                        addPrimaryKey("plain", "a", "b"),
                        createTable(
                                "plain",
                                column("a", "integer"),
                                column("b", "integer").notNull())),
                of(
                        "drop-primary-key",
                        dropPrimaryKey("plain"),
                        createTable(
                                        "plain",
                                        column("a", "integer").notNull(),
                                        column("b", "integer").notNull())
                                .primaryKey("a", "b")),
                of("add-unique", addUnique("customer", "since", "age"), customers()),
                of("drop-unique", dropUnique("customer", "customer_nick_country_key"), customers()),
                of(
                        "add-foreign-key",
                        addForeignKey(
                                "town",
                                "country",
                                Reference.to("country", "code")
                                        .onDelete(Action.CASCADE)
                                        .onUpdate(Action.SET_NULL)),
                        country(),
                        createTable("town", column("id", "integer").asPrimaryKey(), column("country", "char(2)"))),
                of("drop-foreign-key", dropForeignKey("customer", "customer_country_fkey"), customers()),
                of("add-check", addCheck("customer", "customer_age_limit", "age < 200"), customers()),
                of("drop-check", dropCheck("customer", "customer_age_check"), customers()),
                of("create-index", createIndex("customer", "nick", "age"), customers()),
                of(
                        "create-unique-index",
                        createIndex("customer", "since").asUnique().named("one_at_a_time"),
                        customers()),
                of(
                        "create-partial-index",
                        createIndex("customer", "nick").where("age > 17").named("grown_up"),
                        customers()),
                of(
                        "create-expression-index",
                        createIndex("customer", IndexPart.expression("lower(nick)"))
                                .named("by_nick"),
                        customers()),
                of("create-index-concurrently", createIndex("customer", "nick").asConcurrent(), customers()),
                of(
                        "drop-index",
                        dropIndex("customer", "grown_up"),
                        customers(createIndex("customer", "nick").named("grown_up"))),
                of("create-view", createView("adult", "SELECT id, nick FROM customer WHERE age > 17"), customers()),
                of(
                        "replace-view",
                        replaceView("adult", "SELECT id FROM customer WHERE age > 20"),
                        customers(createView("adult", "SELECT id, nick FROM customer WHERE age > 17"))),
                of(
                        "drop-view",
                        dropView("adult"),
                        customers(createView("adult", "SELECT id, nick FROM customer WHERE age > 17"))),
                of("create-sequence", createSequence("number")),
                of("drop-sequence", dropSequence("number"), createSequence("number")),
                of("create-schema", createSchema("yard")),
                of("drop-schema", dropSchema("yard"), createSchema("yard")),
                of("create-enum-type", createEnumType("mood", "sad", "it's ok", "happy")),
                of("drop-enum-type", dropEnumType("mood"), createEnumType("mood", "sad", "happy")),
                of("add-enum-value", addEnumValue("mood", "glad"), createEnumType("mood", "sad", "happy")),
                of("comment-on-table", comment("customer", "who buys"), customers(comment("customer", "somebody"))),
                of("comment-on-column", comment("customer", "nick", "how they call themselves"), customers()),
                of(
                        "insert-rows",
                        insertRows(
                                "country",
                                row("code", "at", "name", "Österreich"),
                                row("code", "ci", "name", "Côte d'Ivoire")),
                        country(),
                        insertRows("country", row("code", "de", "name", "Deutschland"))));
    }
}
