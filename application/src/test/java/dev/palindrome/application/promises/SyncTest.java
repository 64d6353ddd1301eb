package dev.palindrome.application.promises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.OnEachDatabase;
import dev.palindrome.application.databases.TestPack;
import dev.palindrome.application.databases.Workbench;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.StepOutcome;
import dev.palindrome.domain.result.StepResult;
import dev.palindrome.domain.run.Terms;
import dev.palindrome.spi.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Promise 8: sync")
class SyncTest {
    private static final String CUSTOMERS = "SELECT id, name FROM customer ORDER BY id";

    @TempDir
    private Path folder;

    /** Two branches with a common past, one checked out after the other. */
    @OnEachDatabase
    void switching_branches_and_back_leaves_what_they_share_untouched(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        common(bench);
        red(bench.app("shop"));
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        List<String> asRed = bench.database().catalogue();
        bench.database().run("INSERT INTO customer (id, name) VALUES (3, 'Noor')");
        List<String> customers = bench.database().rows(CUSTOMERS);
        blue(notRed(bench.app("shop")));

        MigrationResult toBlue = bench.sync("all");

        assertThat(toBlue.success()).describedAs(toBlue.message()).isTrue();
        assertThat(toBlue.message()).isEqualTo("2 migrations reversed, 1 migration ran forwards");
        assertThat(said(toBlue)).containsExactly("backwards 0004 done", "backwards 0003 done", "forwards 0003b done");
        assertThat(bench.database().tables()).containsExactly("blue", "customer");
        assertThat(bench.database().history()).containsExactly("shop:0001", "shop:0002", "shop:0003b");
        assertThat(bench.database().rows(CUSTOMERS)).isEqualTo(customers).hasSize(3);

        red(bench.app("shop").delete("0003b__test.sql"));
        MigrationResult toRed = bench.sync("shop");

        assertThat(toRed.success()).describedAs(toRed.message()).isTrue();
        assertThat(said(toRed)).containsExactly("backwards 0003b done", "forwards 0003 done", "forwards 0004 done");
        assertThat(bench.database().catalogue()).isEqualTo(asRed);
        assertThat(bench.database().rows(CUSTOMERS)).isEqualTo(customers);
        assertThat(bench.sync("shop").message()).isEqualTo("Nothing to do: the database has what the packs have.");
    }

    @OnEachDatabase
    void a_deploy_of_the_former_release_takes_back_what_the_newer_one_applied(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        common(bench);
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        List<String> former = bench.database().catalogue();
        red(bench.app("shop"));
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        notRed(bench.app("shop"));

        MigrationResult result = bench.sync("shop");

        assertThat(result.message()).isEqualTo("2 migrations reversed");
        assertThat(bench.database().catalogue()).isEqualTo(former);
    }

    @OnEachDatabase
    void a_preview_shows_both_directions_and_writes_nothing(DatabaseKind kind) {
        Workbench bench = switched(kind);
        List<String> rows = bench.database().rows("SELECT * FROM \"palindrome_history\" ORDER BY sequence");
        List<String> before = bench.database().catalogue();

        MigrationResult preview = bench.sync("shop", Terms.ASK.withPreview(true));

        assertThat(preview.success()).isTrue();
        assertThat(preview.message()).isEqualTo("2 migrations would be reversed, 1 migration would run forwards");
        assertThat(said(preview))
                .containsExactly("backwards 0004 planned", "backwards 0003 planned", "forwards 0003b planned");
        assertThat(preview.steps().get(0).statements()).contains("DROP TABLE red2");
        assertThat(preview.steps().get(0).notes())
                .contains("by the reversal that was stored when it ran, since no pack has the migration");
        assertThat(preview.steps().get(2).statements()).contains("CREATE TABLE blue (id int)");
        assertThat(preview.planHash()).isPresent();
        assertThat(bench.database().rows("SELECT * FROM \"palindrome_history\" ORDER BY sequence"))
                .isEqualTo(rows);
        assertThat(bench.database().catalogue()).isEqualTo(before);
    }

    @OnEachDatabase
    void it_asks_before_it_reverses_and_a_no_leaves_everything(DatabaseKind kind) {
        Workbench bench = switched(kind);
        List<String> questions = new ArrayList<>();

        MigrationResult declined = bench.with(
                builder -> builder.module(Workbench.asking(question -> {
                    questions.add(question);
                    return false;
                })),
                engine -> engine.sync("shop", Terms.ASK));

        assertThat(questions)
                .singleElement()
                .asString()
                .contains("2 migrations would be reversed, 1 migration would run forwards")
                .contains("backwards  shop:0004", "backwards  shop:0003", "forwards  shop:0003b", "Continue?");
        assertThat(declined.success()).isFalse();
        assertThat(declined.steps()).extracting(StepResult::outcome).containsOnly(StepOutcome.NOT_STARTED);
        assertThat(bench.database().tables()).containsExactly("customer", "red", "red2");
        assertThat(bench.sync("shop", Terms.ASK).message()).contains("--auto-agree");
    }

    @OnEachDatabase
    void going_forwards_alone_asks_nobody(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        common(bench);

        MigrationResult result = bench.sync("shop", Terms.ASK);

        assertThat(result.success()).describedAs(result.message()).isTrue();
        assertThat(result.message()).isEqualTo("2 migrations ran forwards");
        assertThat(bench.database().tables()).containsExactly("customer");
    }

    @OnEachDatabase
    void what_was_approved_is_what_runs(DatabaseKind kind) {
        Workbench bench = switched(kind);
        Optional<String> hash = bench.sync("shop", Terms.ASK.withPreview(true)).planHash();
        Terms approved = Terms.ASK.withAutoAgree(true).withApproved(hash);
        bench.app("shop").table("0004b", "blue2");

        MigrationResult other = bench.sync("shop", approved);
        assertThat(other.success()).isFalse();
        assertThat(codes(other)).contains("plan/changed");
        assertThat(bench.database().tables()).containsExactly("customer", "red", "red2");
        bench.app("shop").delete("0004b__test.sql");

        assertThat(bench.sync("shop", approved).success()).isTrue();
        assertThat(bench.database().tables()).containsExactly("blue", "customer");
    }

    @OnEachDatabase
    void it_is_refused_whole_if_one_of_several_can_not_be_reversed(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        common(bench)
                .table("0003", "red")
                .file("0004__r.sql", "-- forwards\nCREATE TABLE red2 (id int);\n-- backwards: irreversible by law\n")
                .table("0005", "red3");
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        blue(bench.app("shop").delete("0003__test.sql").delete("0004__r.sql").delete("0005__test.sql"));

        MigrationResult result = bench.sync("shop");

        assertThat(result.success()).isFalse();
        assertThat(result.message()).contains("'shop:0004'", "irreversible by law");
        assertThat(result.steps()).extracting(StepResult::outcome).containsOnly(StepOutcome.NOT_STARTED);
        assertThat(bench.database().tables()).containsExactly("customer", "red", "red2", "red3");
        assertThat(bench.database().history()).hasSize(5);
    }

    @OnEachDatabase
    void an_unknown_one_in_the_middle_stays_if_a_later_one_names_what_it_made(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        common(bench)
                .table("0003", "red")
                .migration("0004", "INSERT INTO \n" + kind.quoted("red") + " VALUES (1);", "DELETE FROM red;");
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        bench.app("shop").delete("0003__test.sql");

        MigrationResult result = bench.sync("shop");

        assertThat(result.success()).isFalse();
        assertThat(codes(result)).containsExactly("plan/dependents");
        assertThat(result.message())
                .contains("'shop:0004' ran after 'shop:0003' and names 'red'", "palindrome backwards shop 0004");
        assertThat(bench.database().history()).hasSize(4);
        assertThat(bench.database().tables()).containsExactly("customer", "red");
    }

    @OnEachDatabase
    void an_unknown_one_in_the_middle_goes_if_nothing_later_needs_it(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        common(bench).table("0003", "red").table("0004", "blue");
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        bench.app("shop").delete("0003__test.sql");

        MigrationResult result = bench.sync("shop");

        assertThat(result.success()).describedAs(result.message()).isTrue();
        assertThat(bench.database().history()).containsExactly("shop:0001", "shop:0002", "shop:0004");
        assertThat(bench.database().tables()).containsExactly("blue", "customer");
    }

    @OnEachDatabase
    void apps_without_a_pack_here_are_left_alone_unless_they_are_named(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("bank").table("1", "account");
        bench.app("shop").table("1", "customer").table("2", "red");
        assertThat(bench.forwards("all", "all").success()).isTrue();
        bench.remove("bank");
        bench.app("shop").delete("2__test.sql");

        MigrationResult all = bench.sync("all");
        assertThat(all.success()).describedAs(all.message()).isTrue();
        assertThat(bench.database().tables()).containsExactly("account", "customer");
        MigrationResult named = bench.sync("bank");

        assertThat(named.success()).describedAs(named.message()).isTrue();
        assertThat(bench.database().tables()).containsExactly("customer");
        assertThat(bench.sync("nobody").message()).contains("There is no app 'nobody'");
    }

    /** A file that can't be read is not a file that is gone. */
    @OnEachDatabase
    void what_an_unreadable_pack_may_have_is_not_reversed(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        TestPack shop = bench.app("shop").table("1", "a").table("2", "b");
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        shop.file("2__test.sql", "-- forwards\nCREATE TABLE b (id int);\n-- forwards\nCREATE TABLE c (id int);\n");

        for (String app : List.of("shop", "all")) {
            MigrationResult result = bench.sync(app);
            assertThat(result.success()).isFalse();
            assertThat(result.message() + result.problems()).contains("2__test.sql");
        }
        assertThat(bench.database().tables()).containsExactly("a", "b");
        assertThat(bench.database().history()).hasSize(2);
    }

    @OnEachDatabase
    void a_sync_whose_work_another_runner_has_done_meanwhile_finds_nothing_left(DatabaseKind kind) {
        Workbench bench = switched(kind);

        MigrationResult result = bench.with(
                builder -> builder.module(
                        Workbench.asking(question -> bench.sync("shop").success())),
                engine -> engine.sync("shop", Terms.ASK));

        assertThat(result.success()).describedAs(result.message()).isTrue();
        assertThat(result.message()).contains("Another runner has done it meanwhile");
        assertThat(bench.database().tables()).containsExactly("blue", "customer");
    }

    @OnEachDatabase
    void a_sync_that_another_runner_has_begun_does_what_is_left(DatabaseKind kind) {
        Workbench bench = switched(kind);

        MigrationResult result = bench.with(
                builder -> builder.module(Workbench.asking(
                        question -> bench.backwards("shop", "1").success())),
                engine -> engine.sync("shop", Terms.ASK));

        assertThat(result.success()).describedAs(result.message()).isTrue();
        assertThat(said(result)).containsExactly("backwards 0003 done", "forwards 0003b done");
        assertThat(bench.database().tables()).containsExactly("blue", "customer");
    }

    @OnEachDatabase
    void a_step_that_fails_stops_it_and_says_how_to_go_on(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        common(bench).table("0003", "red").migration("0004", "CREATE TABLE red2 (id int);", "DROP TABLE nowhere;");
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        blue(bench.app("shop").delete("0003__test.sql").delete("0004__test.sql"));

        MigrationResult result = bench.sync("shop");

        assertThat(result.success()).isFalse();
        assertThat(said(result))
                .containsExactly(
                        "backwards 0004 rolled-back", "backwards 0003 not-started", "forwards 0003b not-started");
        assertThat(result.message()).contains("'palindrome sync shop' again", "2 were not started");
    }

    private static TestPack common(Workbench bench) {
        return bench.app("shop")
                .migration("0001", "CREATE TABLE customer (id int, name varchar(20));", "DROP TABLE customer;")
                .migration(
                        "0002",
                        "INSERT INTO customer (id, name) VALUES (1, 'Ada'), (2, 'Bob');",
                        "DELETE FROM customer WHERE id IN (1, 2);");
    }

    private static TestPack red(TestPack shop) {
        return shop.migration(
                        "0003",
                        "ALTER TABLE customer ADD COLUMN red int;\nCREATE TABLE red (id int);",
                        "DROP TABLE red;\nALTER TABLE customer DROP COLUMN red;")
                .table("0004", "red2");
    }

    private static TestPack notRed(TestPack shop) {
        return shop.delete("0003__test.sql").delete("0004__test.sql");
    }

    private static TestPack blue(TestPack shop) {
        return shop.table("0003b", "blue");
    }

    /** The database is red, the pack is blue. */
    private Workbench switched(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        red(common(bench));
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        blue(notRed(bench.app("shop")));
        return bench;
    }

    private static List<String> said(MigrationResult result) {
        return result.steps().stream()
                .map(step -> step.direction().word() + " " + step.migrationId() + " "
                        + step.outcome().word())
                .toList();
    }

    private static List<String> codes(MigrationResult result) {
        return result.problems().stream()
                .filter(Problem::isError)
                .map(problem -> problem.code().path())
                .toList();
    }
}
