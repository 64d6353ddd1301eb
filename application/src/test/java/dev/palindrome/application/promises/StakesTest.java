package dev.palindrome.application.promises;

import static dev.palindrome.spi.operation.Operations.addColumn;
import static dev.palindrome.spi.operation.Operations.code;
import static dev.palindrome.spi.operation.Operations.column;
import static dev.palindrome.spi.operation.Operations.createTable;
import static dev.palindrome.spi.operation.Operations.deleteRows;
import static dev.palindrome.spi.operation.Operations.dropColumn;
import static dev.palindrome.spi.operation.Operations.dropTable;
import static dev.palindrome.spi.operation.Operations.insertRows;
import static dev.palindrome.spi.operation.Operations.renameTable;
import static dev.palindrome.spi.operation.Operations.row;
import static dev.palindrome.spi.operation.Operations.sql;
import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.Palindrome;
import dev.palindrome.application.PalindromeBuilder;
import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.OnEachDatabase;
import dev.palindrome.application.databases.RecordingPool;
import dev.palindrome.application.databases.TestDatabase;
import dev.palindrome.application.databases.Workbench;
import dev.palindrome.domain.BackwardsRequest;
import dev.palindrome.domain.ForwardsRequest;
import dev.palindrome.domain.result.Stakes;
import dev.palindrome.domain.result.Stakes.LostColumn;
import dev.palindrome.domain.result.Stakes.LostRows;
import dev.palindrome.domain.result.Stakes.LostTable;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationPack;
import dev.palindrome.spi.Operation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Promise 10: before any confirmation the prompt says what is at stake, counted")
class StakesTest {
    @TempDir
    private Path folder;

    @OnEachDatabase
    void tables_columns_and_rows_are_counted_before_typed_operations_take_them(DatabaseKind kind) {
        TestDatabase database = stocked(kind);
        try (Palindrome palindrome = engine(
                database,
                migration(
                        "1",
                        dropTable("note"),
                        dropColumn("customer", "nick"),
                        dropColumn("customer", "email"),
                        deleteRows("orders", "amount > 10", "none needed"),
                        createTable("passing", column("id", "integer")),
                        dropTable("passing")))) {
            Stakes stakes = forwards(palindrome);

            assertThat(stakes.tables()).containsExactly(new LostTable("note", count(2)));
            assertThat(stakes.columns())
                    .containsExactlyInAnyOrder(
                            new LostColumn("customer", "nick", count(2)),
                            new LostColumn("customer", "email", count(1)));
            assertThat(stakes.rows()).containsExactly(new LostRows("orders", count(3), count(4)));
            assertThat(stakes.totalRows()).as("2 notes, 2 customers, 3 orders").isEqualTo(7);
            assertThat(stakes.uncounted()).isEmpty();
            assertThat(stakes.lines())
                    .containsExactly(
                            "This takes away 1 table and 2 columns with 7 rows:",
                            "  table note: 2 rows",
                            "  column customer.nick: a value in 2 rows",
                            "  column customer.email: a value in 1 row",
                            "  rows of orders: 3 of 4");
            assertThat(database.tables()).contains("note").doesNotContain("passing");
        }
    }

    @OnEachDatabase
    void the_words_of_a_script_tell_too(DatabaseKind kind) {
        TestDatabase database = stocked(kind);
        try (Palindrome palindrome = engine(
                database,
                script(
                        "1",
                        "DROP TABLE note; DROP TABLE IF EXISTS nothing; ALTER TABLE customer DROP COLUMN nick;"
                                + " DELETE FROM orders WHERE amount > 10; DELETE FROM orders WHERE amount = 5"))) {
            Stakes stakes = forwards(palindrome);

            assertThat(stakes.tables()).containsExactly(new LostTable("note", count(2)));
            assertThat(stakes.columns()).containsExactly(new LostColumn("customer", "nick", count(2)));
            assertThat(stakes.rows()).containsExactly(new LostRows("orders", count(4), count(4)));
            assertThat(stakes.totalRows()).isEqualTo(8);
            assertThat(stakes.uncounted()).isEmpty();
        }
    }

    @OnEachDatabase
    void going_back_says_what_it_costs_before_it_asks(DatabaseKind kind) {
        TestDatabase database = kind.fresh(folder);
        List<String> questions = new ArrayList<>();
        try (Palindrome palindrome = builder(
                        database,
                        migration(
                                "1",
                                createTable("country", column("code", "char(2)").asPrimaryKey()),
                                insertRows("country", row("code", "at"), row("code", "de"))),
                        migration(
                                "2",
                                addColumn("country", column("area", "integer")),
                                insertRows("country", row("code", "fr"), row("code", "it"))),
                        script("3", "CREATE TABLE city (id int)"))
                .module(Workbench.asking(question -> {
                    questions.add(question);
                    return false;
                }))
                .build()) {
            palindrome.forwards("shop").orThrow();
            database.run("INSERT INTO city VALUES (1)", "UPDATE country SET area = 5 WHERE code = 'at'");

            assertThat(palindrome
                            .backwards(BackwardsRequest.of("shop").migrationId("2"))
                            .success())
                    .isFalse();
            assertThat(palindrome
                            .backwards(BackwardsRequest.of("shop").migrationId("all"))
                            .success())
                    .isFalse();

            assertThat(questions.get(0)).contains("""
                            This takes away 1 table and 1 column with 4 rows:
                              table city: 1 row
                              column country.area: a value in 1 row
                              rows of country: 2 of 4
                            Continue?""");
            assertThat(questions.get(1))
                    .contains(
                            "This takes away 2 tables with 5 rows:", "  table country: 4 rows", "  table city: 1 row");
            assertThat(database.rows("SELECT COUNT(*) FROM country")).containsExactly("4");
        }
    }

    @OnEachDatabase
    void what_only_the_history_knows_is_read_from_what_was_stored(DatabaseKind kind) {
        TestDatabase database = kind.fresh(folder);
        try (Palindrome before = engine(
                database,
                migration("1", createTable("country", column("code", "char(2)").asPrimaryKey())),
                migration("2", addColumn("country", column("area", "integer"))))) {
            before.forwards("shop").orThrow();
        }
        database.run("INSERT INTO country VALUES ('at', 5)");
        try (Palindrome palindrome = engine(database)) {
            Stakes one = backwards(palindrome, "1");
            Stakes all = backwards(palindrome, "all");

            assertThat(one.columns()).containsExactly(new LostColumn("country", "area", count(1)));
            assertThat(one.tables()).isEmpty();
            assertThat(all.tables()).containsExactly(new LostTable("country", count(1)));
            assertThat(all.columns()).isEmpty();
        }
    }

    @OnEachDatabase
    void a_table_is_followed_to_its_new_name(DatabaseKind kind) {
        TestDatabase database = stocked(kind);
        try (Palindrome palindrome = engine(
                database,
                migration("1", renameTable("note", "remark")),
                script("2", "ALTER TABLE remark RENAME TO hint; DROP TABLE hint"))) {
            assertThat(forwards(palindrome).tables()).containsExactly(new LostTable("note", count(2)));
        }
    }

    @OnEachDatabase
    void what_cannot_be_told_is_said_and_not_guessed(DatabaseKind kind) {
        TestDatabase database = stocked(kind);
        try (Palindrome palindrome = engine(
                database,
                migration("1", code("Sweep", session -> {}, session -> {})),
                script(
                        "2",
                        "DELETE FROM orders WHERE amount > abs(10);"
                                + " CREATE TABLE fresh (id int, text varchar(20)); INSERT INTO fresh SELECT * FROM note;"
                                + " DROP TABLE note; ALTER TABLE fresh RENAME TO note"))) {
            Stakes stakes = forwards(palindrome);

            assertThat(stakes.tables()).isEmpty();
            assertThat(stakes.rows()).containsExactly(new LostRows("orders", OptionalLong.empty(), count(4)));
            assertThat(stakes.uncounted())
                    .containsExactlyInAnyOrder(
                            "The table 'note' is built anew; whether all its columns and rows are kept can't be told.",
                            "What this does can't be told from its words: -- Java code: Sweep");
            assertThat(stakes.lines())
                    .startsWith(
                            "This takes away at least 0 rows:",
                            "  rows of orders: some of 4",
                            "What can't be counted:");
        }
    }

    @OnEachDatabase
    void rows_that_go_along_are_named(DatabaseKind kind) {
        TestDatabase database = kind.fresh(folder);
        database.run(
                "CREATE TABLE customer (id int PRIMARY KEY)",
                "CREATE TABLE orders (id int, customer int, FOREIGN KEY (customer) REFERENCES customer (id)"
                        + " ON DELETE CASCADE)",
                "INSERT INTO customer VALUES (1)");
        try (Palindrome palindrome = engine(database, script("1", "DELETE FROM customer"))) {
            assertThat(forwards(palindrome).uncounted())
                    .containsExactly(
                            "Rows of 'orders' that point at deleted rows of 'customer' are deleted with them.");
        }
    }

    @OnEachDatabase
    void nothing_is_counted_where_nothing_is_lost_or_nobody_asked(DatabaseKind kind) throws Exception {
        TestDatabase database = stocked(kind);
        try (RecordingPool pool = new RecordingPool(database, 2);
                Palindrome palindrome = Palindrome.on(pool)
                        .packs(pack(
                                migration("1", createTable("fresh", column("id", "integer"))),
                                migration("2", dropTable("note"))))
                        .build()) {
            assertThat(palindrome
                            .forwards(
                                    ForwardsRequest.of("shop").migrationId("1").preview(true))
                            .atStake())
                    .contains(Stakes.NONE);
            assertThat(counts(pool)).isZero();

            pool.forget();
            palindrome.forwards(ForwardsRequest.of("shop").preview(true)).orThrow();
            assertThat(counts(pool)).isEqualTo(1);

            pool.forget();
            palindrome.forwards("shop").orThrow();
            palindrome.backwards("shop", "all").orThrow();
            assertThat(counts(pool)).isZero();
        }
    }

    private static long counts(RecordingPool pool) {
        return pool.sql().stream().filter(sql -> sql.contains("COUNT(*) AS n")).count();
    }

    private TestDatabase stocked(DatabaseKind kind) {
        TestDatabase database = kind.fresh(folder);
        database.run(
                "CREATE TABLE note (id int, text varchar(20))",
                "CREATE TABLE customer (id int, nick varchar(20), email varchar(20))",
                "CREATE TABLE orders (id int, amount int)",
                "INSERT INTO note VALUES (1, 'a'), (2, NULL)",
                "INSERT INTO customer VALUES (1, 'ann', 'a@x'), (2, 'bob', NULL), (3, NULL, NULL)",
                "INSERT INTO orders VALUES (1, 5), (2, 20), (3, 30), (4, 40)");
        return database;
    }

    private static Stakes forwards(Palindrome palindrome) {
        return palindrome
                .forwards(ForwardsRequest.of("shop").preview(true))
                .orThrow()
                .atStake()
                .orElseThrow();
    }

    private static Stakes backwards(Palindrome palindrome, String target) {
        return palindrome
                .backwards(BackwardsRequest.of("shop").migrationId(target).preview(true))
                .orThrow()
                .atStake()
                .orElseThrow();
    }

    private static OptionalLong count(long rows) {
        return OptionalLong.of(rows);
    }

    private static Migration migration(String id, Operation... operations) {
        return Migration.id(id).forwards(operations).build();
    }

    private static Migration script(String id, String sql) {
        return Migration.id(id).forwards(sql(sql, "DROP TABLE city")).build();
    }

    private static Palindrome engine(TestDatabase database, Migration... migrations) {
        return builder(database, migrations).build();
    }

    private static PalindromeBuilder builder(TestDatabase database, Migration... migrations) {
        return Palindrome.on(database.url()).packs(pack(migrations));
    }

    private static MigrationPack pack(Migration... migrations) {
        return new MigrationPack() {
            @Override
            public String appName() {
                return "shop";
            }

            @Override
            public List<Migration> migrations() {
                return List.of(migrations);
            }
        };
    }
}
