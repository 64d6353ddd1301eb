package dev.palindrome.application.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.OnEachDatabase;
import dev.palindrome.application.databases.TestPack;
import dev.palindrome.application.databases.Workbench;
import dev.palindrome.domain.BackwardsRequest;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.MigrationStatus;
import dev.palindrome.domain.result.Status;
import dev.palindrome.domain.result.StepOutcome;
import dev.palindrome.domain.result.StepResult;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationPack;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Reversal")
class ReversalTrapsTest {
    @TempDir
    private Path folder;

    /** Rolling back three with an irreversible one in the middle, a tool stops half-way. */
    @OnEachDatabase
    void a_plan_with_an_irreversible_migration_in_the_middle_is_refused_whole(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop")
                .table("1", "t1")
                .file(
                        "2__t.sql",
                        "-- forwards\nCREATE TABLE t2 (id int);\n-- backwards: irreversible because of the law\n")
                .table("3", "t3");
        assertThat(bench.forwards("shop", "all").success()).isTrue();

        MigrationResult result = bench.backwards("shop", "all");

        assertThat(result.success()).isFalse();
        assertThat(result.message())
                .contains("'shop:2'", "irreversible because of the law", "nothing has been reversed");
        assertThat(result.steps()).extracting(StepResult::outcome).containsOnly(StepOutcome.NOT_STARTED);
        assertThat(bench.database().tables()).containsExactly("t1", "t2", "t3");
        assertThat(bench.backwards("shop", "1").success())
                .describedAs("the part that can be reversed can be had")
                .isTrue();
    }

    /**
     * Of a script without an undo section a tool prints success and deletes the history row, and the table stays; of a
     * missing down file others say the same.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE t2 (id int);",
                "-- forwards\nCREATE TABLE t2 (id int);\n",
                "-- forwards\nCREATE TABLE t2 (id int);\n-- backwards\n",
                "-- forwards\nCREATE TABLE t2 (id int);\n-- backwards\n-- DROP TABLE t2;\n/* later */\n;\n"
            })
    void a_migration_without_a_reversal_is_never_forgotten(String text) {
        Workbench bench = Workbench.on(DatabaseKind.SQLITE, folder);
        bench.app("shop").table("1", "t1").file("2__t.sql", text);
        assertThat(bench.forwards("shop", "all").success()).isTrue();

        MigrationResult result = bench.backwards("shop", "1");

        assertThat(result.success()).isFalse();
        assertThat(result.message()).contains("'shop:2' has no reversal");
        assertThat(bench.database().history()).containsExactly("shop:1", "shop:2");
        assertThat(bench.database().tables()).containsExactly("t1", "t2");
    }

    /** The same in folders of golang-migrate, whose missing or empty down file that tool takes for a success. */
    @OnEachDatabase
    void a_missing_or_empty_down_file_is_no_success(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop")
                .file("1_t.up.sql", "CREATE TABLE t1 (id int);")
                .file("1_t.down.sql", "DROP TABLE t1;")
                .file("2_t.up.sql", "CREATE TABLE t2 (id int);")
                .file("2_t.down.sql", "-- nothing\n")
                .file("3_t.up.sql", "CREATE TABLE t3 (id int);");
        assertThat(bench.forwards("shop", "all").success()).isTrue();

        for (String target : List.of("1", "2", "all")) {
            assertThat(bench.backwards("shop", target).success()).isFalse();
        }
        assertThat(bench.database().history()).hasSize(3);
        assertThat(bench.database().tables()).containsExactly("t1", "t2", "t3");
    }

    /** A marker without its leading dashes, or misspelt, makes a tool run the undo on the way up. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- backward",
                "-- Backwards:",
                "--  -- backwards",
                "  -- backwards",
                "-- backwards;",
                "backwards",
                "//@UNDO",
                "-- //@UNDO",
                "-- +goose Down",
                "-- migrate:down",
                "--rollback",
                "-- !Downs"
            })
    void no_misspelt_marker_runs_the_reversal_on_the_way_forwards(String marker) {
        Workbench bench = Workbench.on(DatabaseKind.SQLITE, folder);
        bench.app("shop")
                .file("pack.yaml", "format: palindrome\n") // some of these would be another tool's
                .file("1__t.sql", "CREATE TABLE t1 (id int);\n" + marker + "\nDROP TABLE t1;\n");

        MigrationResult result = bench.forwards("shop", "all");

        assertThat(result.success()).describedAs(result.message()).isFalse();
        assertThat(result.message() + result.problems()).contains("1__t.sql");
        assertThat(bench.database().tables()).isEmpty();
        assertThat(bench.database().history()).isEmpty();
    }

    /** A tool joins the lines of a rollback, so that a line comment swallows the rest; success is reported. */
    @OnEachDatabase
    void a_line_comment_in_a_reversal_swallows_nothing(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop").file("1__t.sql", """
                        -- forwards
                        CREATE TABLE t1 (id int);
                        CREATE TABLE t2 (id int);
                        -- backwards
                        -- first this one
                        DROP TABLE -- not the other
                          t1; -- and then
                        DROP TABLE t2 -- at last
                        """);
        assertThat(bench.forwards("shop", "all").success()).isTrue();

        assertThat(bench.backwards("shop", "all").success()).isTrue();

        assertThat(bench.database().tables()).isEmpty();
    }

    /** A file with two up and two down sections half-applies and is recorded, and rolls back in forward order. */
    @OnEachDatabase
    void a_file_with_two_sections_of_a_kind_is_refused(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop").file("1__t.sql", """
                        -- forwards
                        CREATE TABLE t1 (id int);
                        -- backwards
                        DROP TABLE t1;
                        -- forwards
                        CREATE TABLE t2 (id int);
                        -- backwards
                        DROP TABLE t2;
                        """);

        MigrationResult result = bench.forwards("shop", "all");

        assertThat(result.success()).isFalse();
        assertThat(result.problems())
                .extracting(Object::toString)
                .anyMatch(
                        text -> text.contains("begins twice, in line 1 and in line 5") && text.contains("1__t.sql:5"));
        assertThat(bench.database().allTables()).isEmpty();
    }

    /** When the newest file is missing, a tool reverses an older migration instead; another ends in an error without words. */
    @OnEachDatabase
    void a_newest_migration_whose_file_is_gone_goes_first_by_its_stored_reversal(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        TestPack shop = bench.app("shop").table("1", "t1").table("2", "t2").table("3", "t3");
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        shop.delete("3__test.sql");

        MigrationResult result = bench.backwards("shop", "1");

        assertThat(result.success()).describedAs(result.message()).isTrue();
        assertThat(result.steps()).extracting(StepResult::migrationId).containsExactly("3");
        assertThat(bench.database().tables()).containsExactly("t1", "t2");
        assertThat(bench.database().history()).containsExactly("shop:1", "shop:2");
    }

    /** The same when no reversal of it was stored: it is named, and none goes in its place. */
    @OnEachDatabase
    void a_newest_migration_of_which_nothing_is_left_is_named_and_no_older_one_goes_in_its_place(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        TestPack shop = bench.app("shop").table("1", "t1").table("2", "t2").table("3", "t3");
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        shop.delete("3__test.sql");
        bench.database().storeReversal("3", null);

        for (String target : List.of("1", "2", "3", "all")) {
            MigrationResult result = bench.backwards("shop", target);
            assertThat(result.success()).isFalse();
            assertThat(result.message()).contains("'shop:3'", "no pack provides it", "no reversal of it was stored");
        }

        assertThat(bench.database().tables()).containsExactly("t1", "t2", "t3");
        assertThat(bench.database().history()).hasSize(3);
    }

    /** Going down to a version, a tool stops early on a history that is out of order. */
    @OnEachDatabase
    void backwards_to_an_id_goes_all_the_way_on_a_history_out_of_order(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        TestPack shop = bench.app("shop").table("2", "t2").table("5", "t5");
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        shop.table("1", "t1").table("3", "t3");
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        shop.table("4", "t4");
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        assertThat(bench.database().history()).containsExactly("shop:2", "shop:5", "shop:1", "shop:3", "shop:4");

        assertThat(bench.backwards("shop", "5").success()).isTrue();

        assertThat(bench.database().history()).containsExactly("shop:2");
        assertThat(bench.database().tables()).containsExactly("t2");
    }

    /** Going backwards all the way, a tool ignores failures and forgets that files were to be deleted. */
    @OnEachDatabase
    void backwards_all_stops_at_a_failure_and_has_deleted_the_files_of_what_was_reversed(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop")
                .table("1", "t1")
                .migration("2", "CREATE TABLE t2 (id int);", "DROP TABLE nowhere;")
                .table("3", "t3");
        assertThat(bench.forwards("shop", "all").success()).isTrue();

        MigrationResult result = bench.backwards(
                BackwardsRequest.of("shop").migrationId("all").clean(true).autoAgree(true));

        assertThat(result.success()).isFalse();
        assertThat(bench.database().history()).containsExactly("shop:1", "shop:2");
        assertThat(bench.app("shop").files()).containsExactly("1__test.sql", "2__test.sql");
    }

    /** A tool's preview hides what isn't SQL, asks all the same, and prints ok. */
    @OnEachDatabase
    void a_preview_of_a_reversal_shows_code_asks_nobody_and_does_nothing(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        MigrationPack pack = new MigrationPack() {
            @Override
            public String appName() {
                return "code";
            }

            @Override
            public List<Migration> migrations() {
                return List.of(Migration.id("1")
                        .forwards("CREATE TABLE t1 (id int)")
                        .backwardsCode("shop.SaveRows", session -> {
                            throw new AssertionError("a preview runs nothing");
                        })
                        .backwards("DROP TABLE t1")
                        .build());
            }
        };

        MigrationResult result = bench.with(
                builder -> builder.packs(pack).module(Workbench.asking(question -> {
                    throw new AssertionError("a preview asks nobody");
                })),
                engine -> {
                    assertThat(engine.forwards("code").success()).isTrue();
                    return engine.backwards(BackwardsRequest.of("code").preview(true));
                });

        assertThat(result.success()).isTrue();
        assertThat(result.steps().get(0).statements())
                .containsSubsequence("BEGIN", "-- Java code: shop.SaveRows", "DROP TABLE t1");
        assertThat(bench.database().tables()).containsExactly("t1");
    }

    /** A tool's reversal keeps the order of the forwards phases, so that it drops the table before what hangs on it. */
    @OnEachDatabase
    void a_reversal_runs_in_the_order_in_which_its_author_wrote_it(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop")
                .migration(
                        "1",
                        "CREATE TABLE parent (id int PRIMARY KEY);\n"
                                + "CREATE TABLE child (id int REFERENCES parent (id));",
                        "DROP TABLE child;\nDROP TABLE parent;");
        assertThat(bench.forwards("shop", "all").success()).isTrue();

        assertThat(bench.backwards("shop", "all").success()).isTrue();

        assertThat(bench.database().tables()).isEmpty();
    }

    /** A tool that keeps reversals in the database runs them at start-up on any difference between file and history. */
    @OnEachDatabase
    void a_difference_between_file_and_history_reverses_nothing_by_itself(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        TestPack shop = bench.app("shop")
                .migration("1", "CREATE TABLE t1 (id int);\nINSERT INTO t1 VALUES (42);", "DROP TABLE t1;")
                .table("2", "t2");
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        shop.migration("1", "CREATE TABLE t1 (id bigint);\nINSERT INTO t1 VALUES (42);", "DROP TABLE t1;")
                .delete("2__test.sql")
                .table("3", "t3");

        MigrationResult result = bench.forwards("shop", "all");

        assertThat(result.success()).isTrue();
        assertThat(result.problems())
                .extracting(problem -> problem.code().path())
                .containsExactly("history/changed");
        assertThat(bench.database().tables()).containsExactly("t1", "t2", "t3");
        assertThat(bench.database().rows("SELECT id FROM t1")).containsExactly("42");
        assertThat(bench.check("shop"))
                .extracting(MigrationStatus::status)
                .containsExactly(Status.CHANGED, Status.APPLIED, Status.MISSING);
    }
}
