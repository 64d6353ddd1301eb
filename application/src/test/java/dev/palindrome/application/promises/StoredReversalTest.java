package dev.palindrome.application.promises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.OnEachDatabase;
import dev.palindrome.application.databases.OnSharedDatabases;
import dev.palindrome.application.databases.TestPack;
import dev.palindrome.application.databases.Workbench;
import dev.palindrome.domain.BackwardsRequest;
import dev.palindrome.domain.ForwardsRequest;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.MigrationStatus;
import dev.palindrome.domain.result.StepOutcome;
import dev.palindrome.domain.result.StepResult;
import dev.palindrome.domain.reversal.ReversalState;
import dev.palindrome.spi.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Promise 8: the reversal lives in the database")
class StoredReversalTest {
    private static final String GONE = "by the reversal that was stored when it ran, since no pack has the migration";
    private static final String CHANGED =
            "by the reversal that was stored when it ran, since the migration was changed";

    @TempDir
    private Path folder;

    @OnEachDatabase
    void with_the_pack_gone_the_stored_reversal_runs(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        List<String> before = bench.database().catalogue();
        bench.app("shop")
                .migration(
                        "0001",
                        "CREATE TABLE a (id int, name varchar(20));\nINSERT INTO a VALUES (1, 'it''s; -- ?');",
                        "DELETE FROM a WHERE name = 'it''s; -- ?';\nDROP TABLE a;")
                .table("0002", "b");
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        bench.remove("shop");

        assertThat(bench.check("all"))
                .extracting(MigrationStatus::reversal)
                .containsExactly(ReversalState.STORED, ReversalState.STORED);
        MigrationResult result = bench.backwards("shop", "all");

        assertThat(result.success()).describedAs(result.message()).isTrue();
        assertThat(result.message()).isEqualTo("2 migrations reversed, by their stored reversals");
        assertThat(result.steps()).extracting(StepResult::migrationId).containsExactly("0002", "0001");
        assertThat(result.steps()).allSatisfy(step -> assertThat(step.notes()).contains(GONE));
        assertThat(result.steps().get(1).statements())
                .contains("DELETE FROM a WHERE name = 'it''s; -- ?'", "DROP TABLE a");
        assertThat(bench.database().catalogue()).isEqualTo(before);
        assertThat(bench.database().history()).isEmpty();
    }

    @OnEachDatabase
    void with_an_older_pack_it_reverses_what_the_newer_one_applied_and_then_its_own(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        TestPack shop = bench.app("shop").table("0001", "a").table("0002", "b").table("0003", "c");
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        shop.delete("0002__test.sql").delete("0003__test.sql");

        assertThat(bench.check("shop"))
                .extracting(MigrationStatus::reversal)
                .containsExactly(ReversalState.GIVEN, ReversalState.STORED, ReversalState.STORED);
        MigrationResult newer = bench.backwards("shop", "0002");
        MigrationResult own = bench.backwards("shop", "1");

        assertThat(newer.success()).describedAs(newer.message()).isTrue();
        assertThat(newer.steps()).allSatisfy(step -> assertThat(step.notes()).contains(GONE));
        assertThat(own.success()).isTrue();
        assertThat(own.steps().get(0).notes()).doesNotContain(GONE);
        assertThat(bench.database().tables()).isEmpty();
        assertThat(bench.database().history()).isEmpty();
    }

    @OnEachDatabase
    void with_the_pack_changed_the_stored_reversal_runs_and_not_the_edited_one(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        TestPack shop = bench.app("shop").table("0001", "a");
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        shop.migration("0001", "CREATE TABLE a2 (id int);", "DROP TABLE a2;");

        assertThat(bench.check("shop")).extracting(MigrationStatus::reversal).containsExactly(ReversalState.STORED);
        MigrationResult preview = bench.backwards(BackwardsRequest.of("shop").preview(true));
        assertThat(preview.steps().get(0).notes()).contains(CHANGED);
        assertThat(preview.steps().get(0).statements()).contains("DROP TABLE a").doesNotContain("DROP TABLE a2");
        assertThat(bench.database().tables()).containsExactly("a");
        MigrationResult result = bench.backwards("shop", "1");

        assertThat(result.success()).describedAs(result.message()).isTrue();
        assertThat(result.steps().get(0).notes()).contains(CHANGED);
        assertThat(result.problems()).extracting(p -> p.code().path()).contains("history/changed");
        assertThat(bench.database().tables()).isEmpty();
    }

    /** What ran is the same, so its author may still mend how it is taken back. */
    @OnEachDatabase
    void a_reversal_that_was_mended_in_the_pack_runs_instead_of_the_stored_one(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        TestPack shop = bench.app("shop").migration("0001", "CREATE TABLE a (id int);", "DROP TABLE nowhere;");
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        assertThat(bench.backwards("shop", "1").success()).isFalse();
        shop.table("0001", "a");

        MigrationResult result = bench.backwards("shop", "1");

        assertThat(result.success()).describedAs(result.message()).isTrue();
        assertThat(result.steps().get(0).notes()).doesNotContain(GONE, CHANGED);
        assertThat(bench.database().tables()).isEmpty();
    }

    @OnEachDatabase
    void who_is_asked_is_told_which_go_by_their_stored_reversal(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        TestPack shop = bench.app("shop").table("0001", "a").table("0002", "b");
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        shop.delete("0002__test.sql");
        List<String> questions = new ArrayList<>();

        MigrationResult result = bench.with(
                builder -> builder.module(Workbench.asking(questions::add)),
                engine -> engine.backwards(BackwardsRequest.of("shop").migrationId("all")));

        assertThat(questions)
                .singleElement()
                .asString()
                .contains("2 migrations would be reversed, 1 of them by its stored reversal:")
                .contains("shop:0002  test  (stored reversal)\n", "shop:0001  test\n");
        assertThat(result.message()).isEqualTo("2 migrations reversed, 1 of them by its stored reversal");
    }

    @OnEachDatabase
    void a_faked_migration_has_its_reversal_stored_too(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop").table("0001", "a").table("0002", "b");
        bench.database().run("CREATE TABLE a (id int)", "CREATE TABLE b (id int)");
        assertThat(bench.forwards(ForwardsRequest.of("shop").fake(true)).success())
                .isTrue();
        bench.remove("shop");

        assertThat(bench.check("shop"))
                .extracting(MigrationStatus::reversal)
                .containsExactly(ReversalState.STORED, ReversalState.STORED);
        MigrationResult result = bench.backwards("shop", "all");

        assertThat(result.success()).describedAs(result.message()).isTrue();
        assertThat(bench.database().tables()).isEmpty();
        assertThat(bench.database().history()).isEmpty();
    }

    @OnEachDatabase
    void a_migration_that_declares_itself_fake_is_only_forgotten_also_without_its_pack(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop")
                .file(
                        "0001__a.sql",
                        "-- palindrome: fake=true\n-- forwards\nCREATE TABLE a (id int);\n-- backwards\nDROP TABLE a;\n");
        bench.database().run("CREATE TABLE a (id int)");
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        bench.remove("shop");

        MigrationResult result = bench.backwards("shop", "all");

        assertThat(result.success()).describedAs(result.message()).isTrue();
        assertThat(bench.database().history()).isEmpty();
        assertThat(bench.database().tables()).containsExactly("a");
    }

    @OnEachDatabase
    void what_had_no_reversal_when_it_ran_has_none_without_its_pack_and_the_plan_is_refused_whole(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop")
                .table("0001", "a")
                .file("0002__b.sql", "-- forwards\nCREATE TABLE b (id int);\n-- backwards: irreversible because of b\n")
                .file("0003__c.sql", "-- forwards\nCREATE TABLE c (id int);\n-- backwards: none needed\n")
                .table("0004", "d");
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        bench.remove("shop");

        assertThat(bench.check("shop"))
                .extracting(MigrationStatus::reversal)
                .containsExactly(
                        ReversalState.STORED, ReversalState.ABSENT, ReversalState.NOT_NEEDED, ReversalState.STORED);
        MigrationResult result = bench.backwards("shop", "all");

        assertThat(result.success()).isFalse();
        assertThat(result.message()).contains("'shop:0002'", "irreversible because of b", "nothing has been reversed");
        assertThat(result.steps()).extracting(StepResult::outcome).containsOnly(StepOutcome.NOT_STARTED);
        assertThat(bench.database().history()).hasSize(4);
        assertThat(bench.backwards("shop", "0003").success()).isTrue();
        assertThat(bench.database().tables()).containsExactly("a", "b", "c");
    }

    /** As of a row that an earlier release wrote, or that somebody emptied. */
    @OnEachDatabase
    void without_a_stored_reversal_what_is_gone_or_changed_is_refused(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        TestPack shop = bench.app("shop").table("0001", "a").table("0002", "b");
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        bench.database().storeReversal("0001", null);
        bench.database().storeReversal("0002", null);
        shop.table("0001", "a2").delete("0002__test.sql");

        MigrationResult gone = bench.backwards("shop", "1");
        MigrationResult both = bench.backwards("shop", "all");

        assertThat(gone.message()).contains("'shop:0002'", "no pack provides it", "no reversal of it was stored");
        assertThat(both.success()).isFalse();
        assertThat(both.problems())
                .filteredOn(Problem::isError)
                .extracting(p -> p.code().path())
                .containsExactly("history/missing", "plan/irreversible");
        assertThat(bench.check("shop")).extracting(MigrationStatus::reversal).containsOnly(ReversalState.ABSENT);
        assertThat(bench.database().tables()).containsExactly("a", "b");
    }

    @OnEachDatabase
    void a_preview_shows_what_would_be_stored_and_stores_nothing(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop").table("0001", "a");

        MigrationResult preview = bench.forwards(ForwardsRequest.of("shop").preview(true));

        assertThat(String.join("\n", preview.steps().get(0).statements()))
                .contains("palindrome_history", "sha256:", "DROP TABLE a");
        assertThat(bench.database().allTables()).isEmpty();
    }

    @OnEachDatabase
    void what_a_preview_shows_to_be_stored_is_what_is_stored(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop").table("0001", "a");
        MigrationResult preview = bench.forwards(ForwardsRequest.of("shop").preview(true));

        assertThat(bench.forwards(ForwardsRequest.of("shop").plan(preview.planHash()))
                        .success())
                .isTrue();

        assertThat(String.join("\n", preview.steps().get(0).statements()))
                .contains(bench.database().storedReversal("0001"));
    }

    @OnEachDatabase
    void a_plan_is_not_the_approved_one_if_it_would_store_another_reversal(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        TestPack shop = bench.app("shop").table("0001", "a");
        MigrationResult preview = bench.forwards(ForwardsRequest.of("shop").preview(true));
        shop.migration("0001", "CREATE TABLE a (id int);", "DROP TABLE b;");

        MigrationResult result = bench.forwards(ForwardsRequest.of("shop").plan(preview.planHash()));

        assertThat(result.success()).isFalse();
        assertThat(result.problems()).extracting(p -> p.code().path()).contains("plan/changed");
        assertThat(bench.database().allTables()).isEmpty();
    }

    @OnSharedDatabases
    void a_migration_that_fails_stores_nothing(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop")
                .table("0001", "a")
                .migration("0002", "CREATE TABLE b (id int);\nINSERT INTO nowhere VALUES (1);", "DROP TABLE b;");

        assertThat(bench.forwards("shop", "all").success()).isFalse();

        assertThat(bench.database().history()).containsExactly("shop:0001");
        assertThat(bench.database().tables()).containsExactly("a");
    }

    @Test
    void a_stored_statement_that_refuses_transactions_still_runs_by_itself() {
        Workbench bench = Workbench.on(DatabaseKind.POSTGRESQL, folder);
        bench.app("shop")
                .migration(
                        "0001",
                        "CREATE TABLE a (id int);\nCREATE INDEX a_id ON a (id);",
                        "DROP INDEX CONCURRENTLY a_id;\nCREATE INDEX CONCURRENTLY a_x ON a (id);\nDROP TABLE a;");
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        bench.remove("shop");

        MigrationResult result = bench.backwards("shop", "1");

        assertThat(result.success()).describedAs(result.message()).isTrue();
        StepResult step = result.steps().get(0);
        assertThat(step.transactional()).isFalse();
        assertThat(step.statements())
                .containsSubsequence(
                        "DROP INDEX CONCURRENTLY a_id",
                        "CREATE INDEX CONCURRENTLY a_x ON a (id)",
                        "BEGIN",
                        "DROP TABLE a",
                        "COMMIT");
        assertThat(bench.database().tables()).isEmpty();
    }

    @OnEachDatabase
    void a_stored_reversal_keeps_that_its_migration_refuses_transactions(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop").file("0001__a.sql", """
                        -- palindrome: transaction=none
                        -- forwards
                        CREATE TABLE a (id int);
                        -- backwards
                        DROP TABLE a;
                        """);
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        bench.remove("shop");

        MigrationResult result = bench.backwards("shop", "1");

        assertThat(result.success()).describedAs(result.message()).isTrue();
        assertThat(result.steps().get(0).transactional()).isFalse();
        assertThat(result.steps().get(0).notes()).contains("runs without a transaction, as the migration asks");
    }

    @OnEachDatabase
    void a_stored_reversal_that_fails_says_so_and_leaves_the_entry(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop").table("0001", "a").migration("0002", "CREATE TABLE b (id int);", "DROP TABLE nowhere;");
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        bench.remove("shop");

        MigrationResult result = bench.backwards("shop", "all");

        assertThat(result.success()).isFalse();
        assertThat(result.message()).contains("'shop:0002'", "the reversal stored for shop:0002");
        assertThat(bench.database().history()).containsExactly("shop:0001", "shop:0002");
        assertThat(bench.database().tables()).containsExactly("a", "b");
    }
}
