package dev.palindrome.application.promises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.OnEachDatabase;
import dev.palindrome.application.databases.TestPack;
import dev.palindrome.application.databases.Workbench;
import dev.palindrome.domain.BackwardsRequest;
import dev.palindrome.domain.plan.Target;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.StepOutcome;
import dev.palindrome.domain.result.StepResult;
import dev.palindrome.spi.Problem;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("backwards APP --only ID")
class OnlyTest {
    @TempDir
    private Path folder;

    @Test
    void one_that_stopped_in_the_middle_is_named_in_what_goes_on_with_it() {
        Workbench bench = Workbench.on(DatabaseKind.H2, folder);
        bench.app("shop")
                .migration("0001", "CREATE TABLE a (id int);\nCREATE TABLE b (id int);", "DROP TABLE b;\nDROP TABLE a;")
                .table("0002", "c");
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        bench.database().run("ALTER TABLE a RENAME TO hidden");
        assertThat(bench.backwards("shop", Target.only("0001")).success()).isFalse();

        assertThat(bench.with(engine -> engine.report("shop")).problems())
                .anySatisfy(problem ->
                        assertThat(problem.message()).contains("'palindrome backwards shop --only 0001' goes on"));

        bench.database().run("ALTER TABLE hidden RENAME TO a");
        assertThat(bench.backwards("shop", Target.only("0001")).success()).isTrue();
        assertThat(bench.database().tables()).containsExactly("c");
    }

    @OnEachDatabase
    void one_in_the_middle_goes_if_nothing_later_needs_it(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop").table("0001", "a").table("0002", "b").table("0003", "c");
        assertThat(bench.forwards("shop", "all").success()).isTrue();

        MigrationResult result = bench.backwards("shop", Target.only("0002"));

        assertThat(result.success()).describedAs(result.message()).isTrue();
        assertThat(result.message()).isEqualTo("1 migration reversed");
        assertThat(bench.database().history()).containsExactly("shop:0001", "shop:0003");
        assertThat(bench.database().tables()).containsExactly("a", "c");
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        assertThat(bench.database().history()).containsExactly("shop:0001", "shop:0003", "shop:0002");
    }

    @OnEachDatabase
    void declared_dependencies_stand_in_the_way_of_their_own_app_and_of_others(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop").table("0001", "a").table("0002", "b").file("0003__c.sql", """
                        -- palindrome: depends=0001
                        -- forwards
                        CREATE TABLE c (id int);
                        -- backwards
                        DROP TABLE c;
                        """);
        bench.app("bank").file("1__d.sql", """
                        -- palindrome: depends=shop:0001
                        -- forwards
                        CREATE TABLE d (id int);
                        -- backwards
                        DROP TABLE d;
                        """);
        assertThat(bench.forwards("all", "all").success()).isTrue();

        MigrationResult refused = bench.backwards("shop", Target.only("0001"));

        assertThat(refused.success()).isFalse();
        assertThat(errors(refused))
                .containsExactlyInAnyOrder(
                        "[plan/dependents] Migration 'shop:0003' ran after 'shop:0001' and depends on it."
                                + " Reverse that first: palindrome backwards shop 0003",
                        "[plan/dependents] Migration 'bank:1' ran after 'shop:0001' and depends on it."
                                + " Reverse that first: palindrome backwards bank 1");
        assertThat(bench.backwards("shop", Target.only("0002")).success()).isTrue();
        assertThat(bench.database().tables()).containsExactly("a", "c", "d");
    }

    @OnEachDatabase
    void every_later_migration_that_names_what_it_made_is_listed(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop")
                .migration("0001", "CREATE TABLE Customer (id int PRIMARY KEY);", "DROP TABLE IF EXISTS customer;")
                .migration("0002", "INSERT INTO CUSTOMER VALUES (1);", "DELETE FROM customer;")
                .table("0003", "customers")
                .migration("0004", "CREATE VIEW v AS SELECT id FROM " + kind.quoted("customer") + ";", "DROP VIEW v;");
        assertThat(bench.forwards("shop", "all").success()).isTrue();

        MigrationResult refused = bench.backwards("shop", Target.only("0001"));

        assertThat(refused.success()).isFalse();
        assertThat(refused.message()).isEqualTo("The plan has 2 problems, so nothing was run.");
        assertThat(errors(refused))
                .containsExactly(
                        "[plan/dependents] Migration 'shop:0002' ran after 'shop:0001' and names 'customer', which the"
                                + " reversal of that takes away. Reverse it first: palindrome backwards shop 0002",
                        "[plan/dependents] Migration 'shop:0004' ran after 'shop:0001' and names 'customer', which the"
                                + " reversal of that takes away. Reverse it first: palindrome backwards shop 0004");
        assertThat(refused.steps()).extracting(StepResult::outcome).containsOnly(StepOutcome.NOT_STARTED);
        assertThat(bench.database().history()).hasSize(4);
    }

    @OnEachDatabase
    void a_column_is_needed_by_what_names_it_and_its_table(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop")
                .migration("0001", "CREATE TABLE customer (id int);", "DROP TABLE customer;")
                .migration(
                        "0002",
                        "ALTER TABLE customer ADD COLUMN email varchar(99);",
                        "ALTER TABLE customer DROP COLUMN email;")
                .migration("0003", "INSERT INTO customer (id) VALUES (1);", "DELETE FROM customer;")
                .migration("0004", "CREATE TABLE mail (email varchar(99));", "DROP TABLE mail;");
        assertThat(bench.forwards("shop", "all").success()).isTrue();

        assertThat(bench.backwards("shop", Target.only("0002")).success())
                .describedAs("one names the table alone, the other the column alone")
                .isTrue();

        assertThat(bench.forwards("shop", "all").success()).isTrue();
        bench.app("shop").migration("0005", "UPDATE customer SET EMAIL = 'x';", "UPDATE customer SET email = NULL;");
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        MigrationResult refused = bench.backwards("shop", Target.only("0002"));
        assertThat(refused.success()).isFalse();
        assertThat(refused.message()).contains("'shop:0005'", "names 'customer.email'");
        assertThat(bench.database().rows("SELECT email FROM customer")).containsExactly("x");
    }

    /** The words of our own records are no names, nor is a default that goes the thing that has it. */
    @OnEachDatabase
    void common_words_do_not_stand_in_the_way(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop")
                .table("0001", "location")
                .table("0002", "parameters")
                .table("0003", "shop")
                .table("0004", "later");
        assertThat(bench.forwards("shop", "all").success()).isTrue();

        for (String id : List.of("0001", "0002", "0003")) {
            MigrationResult result = bench.backwards("shop", Target.only(id));
            assertThat(result.success()).describedAs(result.message()).isTrue();
        }
        assertThat(bench.database().tables()).containsExactly("later");
    }

    /** SQLite can't change a column in its place; a rebuilt table would lack what later ones have added. */
    @Test
    void a_table_that_is_rebuilt_is_needed_by_all_that_name_it() {
        Workbench bench = Workbench.on(DatabaseKind.SQLITE, folder);
        bench.app("shop")
                .migration("0001", "CREATE TABLE customer (id int, name text);", "DROP TABLE customer;")
                .migration("0002", """
                        CREATE TABLE new_customer (id int, name text NOT NULL);
                        INSERT INTO new_customer SELECT id, name FROM customer;
                        DROP TABLE customer;
                        ALTER TABLE new_customer RENAME TO customer;
                        """, """
                        CREATE TABLE new_customer (id int, name text);
                        INSERT INTO new_customer SELECT id, name FROM customer;
                        DROP TABLE customer;
                        ALTER TABLE new_customer RENAME TO customer;
                        """)
                .migration(
                        "0003",
                        "ALTER TABLE customer ADD COLUMN email text;",
                        "ALTER TABLE customer DROP COLUMN email;");
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        bench.remove("shop");

        MigrationResult refused = bench.backwards("shop", Target.only("0002"));

        assertThat(refused.success()).isFalse();
        assertThat(refused.message()).contains("'shop:0003'", "names 'customer'");
        assertThat(bench.backwards("shop", "0002").success()).isTrue();
        assertThat(bench.database().history()).containsExactly("shop:0001");
    }

    @OnEachDatabase
    void what_a_later_one_names_is_known_without_its_pack(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        TestPack shop = bench.app("shop")
                .migration("0001", "CREATE TABLE a (id int);", "DROP TABLE a;")
                .migration("0002", "INSERT INTO a VALUES (1);", "DELETE FROM a WHERE id = 1;");
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        shop.delete("0002__test.sql");

        assertThat(bench.backwards("shop", Target.only("0001")).message()).contains("'shop:0002'", "names 'a'");
    }

    @OnEachDatabase
    void it_is_previewed_and_asked_about_and_an_unknown_id_lists_what_ran(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop").table("0001", "a").table("0002", "b");
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        BackwardsRequest only = BackwardsRequest.of("shop").target(Target.only("0001"));

        assertThat(bench.backwards(only.preview(true)).steps())
                .extracting(StepResult::migrationId)
                .containsExactly("0001");
        assertThat(bench.backwards(only).message()).contains("--auto-agree");
        assertThat(bench.backwards("shop", Target.only("0007")).message())
                .contains("'0007'", "has not run", "0002, 0001");
        assertThat(bench.database().tables()).containsExactly("a", "b");
    }

    private static List<String> errors(MigrationResult result) {
        return result.problems().stream()
                .filter(Problem::isError)
                .map(Problem::toString)
                .toList();
    }
}
