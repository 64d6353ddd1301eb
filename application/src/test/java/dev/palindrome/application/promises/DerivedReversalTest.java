package dev.palindrome.application.promises;

import static dev.palindrome.spi.operation.Operations.addColumn;
import static dev.palindrome.spi.operation.Operations.changeNullable;
import static dev.palindrome.spi.operation.Operations.column;
import static dev.palindrome.spi.operation.Operations.createIndex;
import static dev.palindrome.spi.operation.Operations.createTable;
import static dev.palindrome.spi.operation.Operations.dropColumn;
import static dev.palindrome.spi.operation.Operations.dropTable;
import static dev.palindrome.spi.operation.Operations.insertRows;
import static dev.palindrome.spi.operation.Operations.irreversibleSql;
import static dev.palindrome.spi.operation.Operations.row;
import static dev.palindrome.spi.operation.Operations.sql;
import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.Palindrome;
import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.OnEachDatabase;
import dev.palindrome.application.databases.TestDatabase;
import dev.palindrome.domain.BackwardsRequest;
import dev.palindrome.domain.ForwardsRequest;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.MigrationStatus;
import dev.palindrome.domain.reversal.ReversalState;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationPack;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.operation.Expression;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Promise 9: reversals are derived from the operation and the live schema")
class DerivedReversalTest {
    private static final Operation COUNTRY = createTable(
            "country",
            column("code", "char(2)").asPrimaryKey(),
            column("name", "varchar(80)").notNull());
    private static final Operation CUSTOMER = createTable(
            "customer",
            column("id", "identity").asPrimaryKey(),
            column("nick", "varchar(30)").notNull().defaultsTo("'anon'").asUnique(),
            column("country", "char(2)").references("country", "code"));

    @TempDir
    private Path folder;

    @OnEachDatabase
    void a_dropped_column_comes_back_with_its_default_constraints_and_indexes(DatabaseKind kind) {
        TestDatabase database = kind.fresh(folder);
        try (Palindrome palindrome = engine(
                database,
                migration("1", COUNTRY, CUSTOMER, createIndex("customer", "country")),
                migration("2", dropColumn("customer", "country"), dropColumn("customer", "nick")))) {
            palindrome.forwards("shop", "1").orThrow();
            List<String> before = database.catalogue();

            palindrome.forwards("shop", "all").orThrow();
            assertThat(database.catalogue()).isNotEqualTo(before);
            palindrome.backwards("shop", "1").orThrow();

            assertThat(database.catalogue()).isEqualTo(before);
        }
    }

    @OnEachDatabase
    void a_dropped_table_comes_back_with_everything_on_it(DatabaseKind kind) {
        TestDatabase database = kind.fresh(folder);
        try (Palindrome palindrome = engine(
                database,
                migration("1", COUNTRY, CUSTOMER, createIndex("customer", "country", "nick")),
                migration("2", dropTable("customer"), dropTable("country")))) {
            palindrome.forwards("shop", "1").orThrow();
            List<String> before = database.catalogue();

            palindrome.forwards("shop", "all").orThrow();
            palindrome.backwards("shop", "1").orThrow();

            assertThat(database.catalogue()).isEqualTo(before);
        }
    }

    @OnEachDatabase
    void what_counts_is_the_schema_that_was_there_not_the_one_that_migrations_made(DatabaseKind kind) {
        TestDatabase database = kind.fresh(folder);
        database.run("CREATE TABLE thing (id int PRIMARY KEY, size decimal(7,3) DEFAULT 4.5 NOT NULL)");
        List<String> before = database.catalogue();
        try (Palindrome palindrome = engine(database, migration("1", dropColumn("thing", "size")))) {
            palindrome.forwards("shop").orThrow();
            palindrome.backwards("shop").orThrow();
        }

        assertThat(withoutOurs(database.catalogue())).isEqualTo(before);
    }

    private static List<String> withoutOurs(List<String> catalogue) {
        return catalogue.stream().filter(line -> !line.contains("palindrome")).toList();
    }

    @OnEachDatabase
    void the_steps_of_a_reversal_are_the_mirror_image(DatabaseKind kind) {
        TestDatabase database = kind.fresh(folder);
        try (Palindrome palindrome = engine(
                database,
                migration(
                        "1",
                        COUNTRY,
                        insertRows("country", row("code", "at", "name", "Austria")),
                        addColumn("country", column("area", "integer")),
                        sql("UPDATE country SET area = 83879", "UPDATE country SET area = NULL"),
                        sql("UPDATE country SET area = area", "none needed")))) {
            palindrome.forwards("shop").orThrow();

            MigrationResult preview =
                    palindrome.backwards(BackwardsRequest.of("shop").preview(true));
            List<String> statements = preview.steps().get(0).statements().stream()
                    .filter(sql -> !sql.contains("palindrome_") && !sql.equals("BEGIN") && !sql.equals("COMMIT"))
                    .toList();
            assertThat(statements).element(0).asString().contains("area = NULL");
            assertThat(statements).element(1).asString().contains("DROP COLUMN");
            assertThat(statements).element(2).asString().contains("DELETE FROM");
            assertThat(statements).element(3).asString().contains("DROP TABLE");

            palindrome.backwards("shop").orThrow();
            assertThat(database.tables()).isEmpty();
        }
    }

    @OnEachDatabase
    void a_preview_foresees_what_operations_do_to_one_another_and_runs_nothing(DatabaseKind kind) {
        TestDatabase database = kind.fresh(folder);
        try (Palindrome palindrome = engine(
                database,
                migration("1", COUNTRY, CUSTOMER),
                migration("2", dropColumn("customer", "country"), changeNullable("customer", "nick", true)))) {
            MigrationResult preview =
                    palindrome.forwards(ForwardsRequest.of("shop").preview(true));

            assertThat(preview.success()).as(preview.message()).isTrue();
            assertThat(preview.steps().get(1).statements())
                    .noneMatch(statement -> statement.startsWith("-- worked out"));
            assertThat(database.allTables()).isEmpty();

            MigrationResult run = palindrome.forwards(ForwardsRequest.of("shop").plan(preview.planHash()));
            assertThat(run.success()).as(run.message()).isTrue();
        }
    }

    @OnEachDatabase
    void after_a_script_a_preview_says_that_it_can_t_foresee(DatabaseKind kind) {
        TestDatabase database = kind.fresh(folder);
        try (Palindrome palindrome = engine(
                database,
                migration("1", sql("CREATE TABLE thing (id int, size int NOT NULL DEFAULT 3)", "DROP TABLE thing")),
                migration("2", dropColumn("thing", "size")))) {
            palindrome.forwards(ForwardsRequest.of("shop").preview(true)).orThrow();
            palindrome.forwards("shop", "1").orThrow();
            List<String> before = database.catalogue();

            palindrome.forwards("shop").orThrow();
            palindrome.backwards("shop", "1").orThrow();

            assertThat(database.catalogue()).isEqualTo(before);
        }
    }

    @OnEachDatabase
    void a_begin_and_a_commit_in_two_operations_leave_the_others_their_reversals(DatabaseKind kind) {
        TestDatabase database = kind.fresh(folder);
        try (Palindrome palindrome = engine(
                database,
                migration("1", COUNTRY),
                migration(
                        "2",
                        sql("BEGIN; UPDATE country SET name = code", "UPDATE country SET name = name"),
                        dropColumn("country", "name"),
                        sql("COMMIT", "none needed")))) {
            palindrome.forwards("shop", "1").orThrow();
            List<String> before = database.catalogue();

            palindrome.forwards("shop").orThrow();
            palindrome.backwards("shop", "1").orThrow();

            assertThat(database.catalogue()).isEqualTo(before);
        }
    }

    @OnEachDatabase
    void rows_whose_key_is_computed_can_t_be_found_again(DatabaseKind kind) {
        TestDatabase database = kind.fresh(folder);
        try (Palindrome palindrome = engine(
                database,
                migration("1", createTable("thing", column("id", "integer").asPrimaryKey())),
                migration("2", insertRows("thing", row("id", new Expression("ABS(-1)")))))) {
            palindrome.forwards("shop").orThrow();

            MigrationResult result = palindrome.backwards("shop", "1");

            assertThat(result.success()).isFalse();
            assertThat(result.message()).contains("computed value in the key");
        }
    }

    @OnEachDatabase
    void what_isn_t_there_is_a_problem_of_the_plan(DatabaseKind kind) {
        TestDatabase database = kind.fresh(folder);
        try (Palindrome palindrome =
                engine(database, migration("1", COUNTRY), migration("2", dropColumn("country", "capital")))) {
            MigrationResult result = palindrome.forwards("shop");

            assertThat(result.success()).isFalse();
            assertThat(result.problems())
                    .extracting(Problem::toString)
                    .singleElement()
                    .asString()
                    .startsWith("[operation/missing-object] Table 'country' has no column 'capital' at this point.");
            assertThat(database.allTables()).isEmpty();
        }
    }

    @OnEachDatabase
    void a_column_that_rows_could_not_fill_is_known_before_anything_is_reversed(DatabaseKind kind) {
        TestDatabase database = kind.fresh(folder);
        try (Palindrome palindrome =
                engine(database, migration("1", COUNTRY), migration("2", dropColumn("country", "name")))) {
            palindrome.forwards("shop").orThrow();
            database.run("INSERT INTO country (code) VALUES ('at')");

            MigrationResult refused = palindrome.backwards("shop", "all");
            assertThat(refused.success()).isFalse();
            assertThat(refused.message())
                    .contains("1 row of table 'country' would have no value for the column 'name'");
            assertThat(database.history()).containsExactly("shop:1", "shop:2");

            database.run("DELETE FROM country");
            palindrome.backwards("shop", "all").orThrow();
            assertThat(database.tables()).isEmpty();
        }
    }

    @OnEachDatabase
    void rows_that_one_value_would_make_alike_are_known_before_anything_is_reversed(DatabaseKind kind) {
        TestDatabase database = kind.fresh(folder);
        try (Palindrome palindrome =
                engine(database, migration("1", COUNTRY, CUSTOMER), migration("2", dropColumn("customer", "nick")))) {
            palindrome.forwards("shop").orThrow();
            database.run(
                    "INSERT INTO customer (country) VALUES (NULL)", "INSERT INTO customer (country) VALUES (NULL)");

            MigrationResult refused = palindrome.backwards("shop");
            assertThat(refused.success()).isFalse();
            assertThat(refused.message())
                    .contains("1 row of table 'customer' would be like another in the unique key 'customer_nick_key'");

            database.run("DELETE FROM customer WHERE id = (SELECT MAX(id) FROM customer)");
            palindrome.backwards("shop").orThrow();
        }
    }

    @OnEachDatabase
    void an_operation_without_a_way_back_can_be_given_one_after_it_ran(DatabaseKind kind) {
        TestDatabase database = kind.fresh(folder);
        List<String> before = database.catalogue();
        try (Palindrome palindrome =
                engine(database, migration("1", COUNTRY, irreversibleSql("CREATE TABLE a (id int)", "not yet")))) {
            palindrome.forwards("shop").orThrow();
            assertThat(palindrome.check("shop").get(0).reversal()).isEqualTo(ReversalState.ABSENT);
        }
        try (Palindrome palindrome =
                engine(database, migration("1", COUNTRY, sql("CREATE TABLE a (id int)", "DROP TABLE a")))) {
            assertThat(palindrome.check("shop").get(0).reversal()).isEqualTo(ReversalState.DERIVED);
            palindrome.backwards("shop", "1").orThrow();
        }
        assertThat(database.catalogue()).isEqualTo(before);
    }

    @OnEachDatabase
    void what_others_added_to_a_table_is_never_lost_by_going_back(DatabaseKind kind) {
        TestDatabase database = kind.fresh(folder);
        try (Palindrome palindrome =
                engine(database, migration("1", COUNTRY), migration("2", changeNullable("country", "name", true)))) {
            palindrome.forwards("shop").orThrow();
            database.run(
                    "ALTER TABLE country ADD COLUMN anthem varchar(9)", "CREATE INDEX by_anthem ON country (anthem)");

            MigrationResult result = palindrome.backwards("shop");

            assertThat(database.catalogue())
                    .anyMatch(line -> line.toLowerCase(Locale.ROOT).contains("anthem"));
            if (!result.success()) {
                assertThat(result.message()).contains("2 parts of table 'country'", "would be lost");
            }
            database.run(kind.dropIndex("by_anthem", "country"), "ALTER TABLE country DROP COLUMN anthem");
            palindrome.backwards("shop", "all").orThrow();
        }
    }

    @OnEachDatabase
    void check_says_what_is_given_derived_not_needed_and_absent(DatabaseKind kind) {
        TestDatabase database = kind.fresh(folder);
        try (Palindrome palindrome = engine(
                database,
                migration("1", COUNTRY),
                migration("2", sql("UPDATE country SET name = ''", "none needed")),
                migration("3", sql("UPDATE country SET name = ''", "UPDATE country SET name = 'x'")),
                migration("4", irreversibleSql("DELETE FROM country", "the rows are gone")))) {
            List<ReversalState> states =
                    List.of(ReversalState.DERIVED, ReversalState.NOT_NEEDED, ReversalState.GIVEN, ReversalState.ABSENT);

            assertThat(palindrome.check("shop"))
                    .extracting(MigrationStatus::reversal)
                    .isEqualTo(states);
            palindrome.forwards("shop").orThrow();
            assertThat(palindrome.check("shop"))
                    .extracting(MigrationStatus::reversal)
                    .isEqualTo(states);

            assertThat(palindrome.backwards("shop", "all").message()).contains("the rows are gone");
        }
    }

    private static Palindrome engine(TestDatabase database, Migration... migrations) {
        return Palindrome.on(database.url())
                .packs(new MigrationPack() {
                    @Override
                    public String appName() {
                        return "shop";
                    }

                    @Override
                    public List<Migration> migrations() {
                        return List.of(migrations);
                    }
                })
                .build();
    }

    private static Migration migration(String id, Operation... operations) {
        return Migration.id(id).forwards(operations).build();
    }
}
