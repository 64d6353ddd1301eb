package dev.palindrome.application.promises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.Palindrome;
import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.OnEachDatabase;
import dev.palindrome.application.databases.OnJournaledDatabases;
import dev.palindrome.application.databases.Workbench;
import dev.palindrome.domain.BackwardsRequest;
import dev.palindrome.domain.ForwardsRequest;
import dev.palindrome.domain.plan.Target;
import dev.palindrome.domain.result.CheckReport;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.MigrationStatus;
import dev.palindrome.domain.result.StepOutcome;
import dev.palindrome.domain.result.StepResult;
import dev.palindrome.domain.run.Terms;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationPack;
import dev.palindrome.spi.operation.Operations;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A repeatable migration runs again when it has changed")
class RepeatableTest {
    @TempDir
    private Path folder;

    @OnEachDatabase
    void it_runs_after_all_others_and_again_when_it_has_changed(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        run(bench, engine -> engine.forwards("shop"), view("1"), table("0001", "a"));
        assertThat(bench.database().history()).containsExactly("shop:0001", "shop:R");
        assertThat(run(bench, engine -> engine.forwards("shop"), view("1"), table("0001", "a"))
                        .message())
                .startsWith("Nothing to do");

        MigrationResult again =
                run(bench, engine -> engine.forwards("shop"), view("2"), table("0001", "a"), table("0002", "b"));

        assertThat(again.message()).isEqualTo("2 migrations ran forwards");
        assertThat(again.problems()).isEmpty();
        assertThat(again.steps().get(1).notes()).contains("runs again, since it was changed after it ran");
        assertThat(bench.database().history()).containsExactly("shop:0001", "shop:0002", "shop:R");
        assertThat(bench.database().rows("SELECT n FROM v")).containsExactly("2");
        assertThat(statuses(bench, view("2"), table("0001", "a"), table("0002", "b")))
                .containsExactly("0001 applied", "0002 applied", "R applied");
    }

    @OnEachDatabase
    void until_then_it_is_pending_and_nobody_is_warned(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        run(bench, engine -> engine.forwards("shop"), view("1"), table("0001", "a"));

        CheckReport report = with(bench, engine -> engine.report("shop"), view("2"), table("0001", "a"));
        MigrationResult preview = run(
                bench,
                engine -> engine.forwards(ForwardsRequest.of("shop").preview(true)),
                view("2"),
                table("0001", "a"));

        assertThat(report.problems()).isEmpty();
        assertThat(report.statuses())
                .extracting(
                        status -> status.migrationId() + " " + status.status().word() + " " + status.hasRan())
                .containsExactly("0001 applied true", "R pending true");
        assertThat(preview.steps()).hasSize(1);
        assertThat(preview.steps().get(0).statements())
                .anySatisfy(sql -> assertThat(sql).startsWith("DELETE FROM"))
                .anySatisfy(sql -> assertThat(sql).startsWith("INSERT INTO"));
        assertThat(bench.database().rows("SELECT n FROM v")).containsExactly("1");
    }

    @OnEachDatabase
    void what_ran_is_what_the_preview_showed_and_its_hash_approves(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        run(bench, engine -> engine.forwards("shop"), view("1"));
        Optional<String> hash = run(
                        bench,
                        engine -> engine.forwards(ForwardsRequest.of("shop").preview(true)),
                        view("2"))
                .planHash();

        assertThat(run(
                                bench,
                                engine -> engine.forwards(
                                        ForwardsRequest.of("shop").plan(hash)),
                                view("3"))
                        .success())
                .isFalse();
        assertThat(run(
                                bench,
                                engine -> engine.forwards(
                                        ForwardsRequest.of("shop").plan(hash)),
                                view("2"))
                        .success())
                .isTrue();
        assertThat(bench.database().rows("SELECT n FROM v")).containsExactly("2");
    }

    @OnEachDatabase
    void backwards_takes_it_back_whole_by_the_reversal_of_what_ran(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        run(bench, engine -> engine.forwards("shop"), view("1"), table("0001", "a"));
        run(bench, engine -> engine.forwards("shop"), view("2"), table("0001", "a"));

        MigrationResult result = run(bench, engine -> engine.backwards("shop", "1"), view("3"), table("0001", "a"));

        assertThat(result.success()).describedAs(result.message()).isTrue();
        assertThat(result.problems()).isEmpty();
        assertThat(bench.database().history()).containsExactly("shop:0001");
        assertThat(statuses(bench, view("3"), table("0001", "a"))).containsExactly("0001 applied", "R pending");
        assertThat(run(bench, engine -> engine.forwards("shop"), view("3"), table("0001", "a"))
                        .success())
                .isTrue();
        assertThat(bench.database().rows("SELECT n FROM v")).containsExactly("3");
    }

    @OnEachDatabase
    void one_without_a_reversal_keeps_a_plan_from_going_back_past_it(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        Migration endless = Migration.id("R")
                .forwards("DROP VIEW IF EXISTS v", "CREATE VIEW v AS SELECT 1 AS n")
                .irreversible("nobody wrote one")
                .repeatable()
                .build();
        run(bench, engine -> engine.forwards("shop"), endless, table("0001", "a"));

        MigrationResult result = run(bench, engine -> engine.backwards("shop", "all"), endless, table("0001", "a"));

        assertThat(result.success()).isFalse();
        assertThat(result.message()).contains("'shop:R'", "nobody wrote one");
        assertThat(bench.database().history()).hasSize(2);
    }

    @OnEachDatabase
    void what_its_operations_derived_would_bring_back_its_former_run_and_is_not_stored(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        Migration base = Migration.id("0001")
                .forwards("CREATE VIEW v AS SELECT 0 AS n")
                .backwards("DROP VIEW v")
                .build();
        run(bench, engine -> engine.forwards("shop"), base, replacing("1"));
        run(bench, engine -> engine.forwards("shop"), base, replacing("2"));
        assertThat(bench.database().rows("SELECT n FROM v")).containsExactly("2");

        MigrationResult result = run(bench, engine -> engine.backwards("shop", "1"), base, replacing("2"));

        assertThat(result.success()).isFalse();
        assertThat(result.message()).contains("'shop:R'", "would bring back its former run");
        assertThat(bench.database().rows("SELECT n FROM v")).containsExactly("2");
    }

    @OnEachDatabase
    void a_tag_on_it_goes_to_what_ran_before_it(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        Migration other = Migration.id("R0")
                .forwards("UPDATE a SET id = 1")
                .backwardsNotNeeded()
                .repeatable()
                .build();
        Migration changed = Migration.id("R0")
                .forwards("UPDATE a SET id = 2")
                .backwardsNotNeeded()
                .repeatable()
                .build();
        run(bench, engine -> engine.forwards("shop"), table("0001", "a"), other);
        assertThat(bench.tag("shop", "first").success()).isTrue();
        run(bench, engine -> engine.forwards("shop"), table("0001", "a"), other, view("1"));
        assertThat(bench.tag("shop", "second").success()).isTrue();

        MigrationResult again = run(bench, engine -> engine.forwards("shop"), table("0001", "a"), changed, view("2"));
        assertThat(again.success()).describedAs(again.message()).isTrue();

        assertThat(check(bench, table("0001", "a"), changed, view("2")))
                .extracting(status -> status.run().orElseThrow().tags())
                .containsExactly(List.of("first", "second"), List.of(), List.of());
        assertThat(run(
                                bench,
                                engine -> engine.backwards(BackwardsRequest.of("shop")
                                        .target(new Target.Tag("second"))
                                        .autoAgree(true)),
                                table("0001", "a"),
                                changed,
                                view("2"))
                        .success())
                .isTrue();
        assertThat(bench.database().history()).containsExactly("shop:0001");
    }

    @OnEachDatabase
    void the_only_one_there_is_keeps_its_tag(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        run(bench, engine -> engine.forwards("shop"), view("1"));
        assertThat(bench.tag("shop", "first").success()).isTrue();
        run(bench, engine -> engine.forwards("shop"), view("2"));

        assertThat(check(bench, view("2")))
                .extracting(status -> status.run().orElseThrow().tags())
                .containsExactly(List.of("first"));
    }

    @OnEachDatabase
    void repair_leaves_it_pending_and_fake_records_what_it_has_now(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        run(bench, engine -> engine.forwards("shop"), view("1"));

        MigrationResult repair =
                run(bench, engine -> engine.repair("shop", Optional.empty(), Terms.ASK.withAutoAgree(true)), view("2"));
        assertThat(repair.message()).isEqualTo("Nothing to repair.");
        assertThat(statuses(bench, view("2"))).containsExactly("R pending");

        MigrationResult faked =
                run(bench, engine -> engine.forwards(ForwardsRequest.of("shop").fake(true)), view("2"));
        assertThat(faked.steps()).extracting(StepResult::outcome).containsExactly(StepOutcome.FAKED);
        assertThat(statuses(bench, view("2"))).containsExactly("R faked");
        assertThat(bench.database().rows("SELECT n FROM v")).containsExactly("1");
    }

    @OnEachDatabase
    void when_its_new_content_fails_the_history_has_the_former_run(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        run(bench, engine -> engine.forwards("shop"), rows("INSERT INTO a VALUES (1)"), table("0001", "a"));

        MigrationResult failed = run(
                bench,
                engine -> engine.forwards("shop"),
                rows("INSERT INTO a VALUES (2); INSERT INTO nowhere VALUES (3)"),
                table("0001", "a"));

        assertThat(failed.success()).isFalse();
        assertThat(bench.database().history()).containsExactly("shop:0001", "shop:R");
        assertThat(bench.database().rows("SELECT id FROM a")).containsExactly("1");
        assertThat(statuses(bench, rows("INSERT INTO a VALUES (1)"), table("0001", "a")))
                .containsExactly("0001 applied", "R applied");
    }

    @OnJournaledDatabases
    void what_stopped_when_it_ran_again_is_gone_on_with_and_not_turned_round(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        String first = "DROP VIEW IF EXISTS v; CREATE VIEW v AS SELECT 1 AS n";
        run(bench, engine -> engine.forwards("shop"), rows(first), table("0001", "a"));
        String broken = "DROP VIEW IF EXISTS v; CREATE VIEW v AS SELECT n FROM nowhere";
        assertThat(run(bench, engine -> engine.forwards("shop"), rows(broken), table("0001", "a"))
                        .success())
                .isFalse();
        assertThat(statuses(bench, rows(broken), table("0001", "a"))).containsExactly("0001 applied", "R failed");

        MigrationResult back = run(bench, engine -> engine.backwards("shop", "all"), rows(broken), table("0001", "a"));
        assertThat(back.success()).isFalse();
        assertThat(back.message()).contains("'shop:R'", "when it ran again", "palindrome forwards shop");

        String mended = "DROP VIEW IF EXISTS v; CREATE VIEW v AS SELECT 2 AS n";
        MigrationResult on = run(bench, engine -> engine.forwards("shop"), rows(mended), table("0001", "a"));
        assertThat(on.success()).describedAs(on.message()).isTrue();
        assertThat(bench.database().rows("SELECT n FROM v")).containsExactly("2");
        assertThat(bench.database().history()).containsExactly("shop:0001", "shop:R");
        assertThat(statuses(bench, rows(mended), table("0001", "a"))).containsExactly("0001 applied", "R applied");
    }

    private static Migration view(String value) {
        return Migration.id("R")
                .forwards("DROP VIEW IF EXISTS v; CREATE VIEW v AS SELECT " + value + " AS n")
                .backwards("DROP VIEW v")
                .repeatable()
                .build();
    }

    private static Migration rows(String sql) {
        return Migration.id("R")
                .forwards(sql)
                .irreversible("it has none")
                .repeatable()
                .build();
    }

    private static Migration replacing(String value) {
        return Migration.id("R")
                .forwards(Operations.replaceView("v", "SELECT " + value + " AS n"))
                .repeatable()
                .build();
    }

    private static Migration table(String id, String table) {
        return Migration.id(id)
                .forwards("CREATE TABLE " + table + " (id int)")
                .backwards("DROP TABLE " + table)
                .build();
    }

    private static List<String> statuses(Workbench bench, Migration... migrations) {
        return check(bench, migrations).stream()
                .map(status -> status.migrationId() + " " + status.status().word())
                .toList();
    }

    private static List<MigrationStatus> check(Workbench bench, Migration... migrations) {
        return with(bench, engine -> engine.check("shop"), migrations);
    }

    private static MigrationResult run(
            Workbench bench, Function<Palindrome, MigrationResult> use, Migration... migrations) {
        return with(bench, use, migrations);
    }

    private static <T> T with(Workbench bench, Function<Palindrome, T> use, Migration... migrations) {
        return bench.with(
                builder -> builder.packs(new MigrationPack() {
                    @Override
                    public String appName() {
                        return "shop";
                    }

                    @Override
                    public List<Migration> migrations() {
                        return List.of(migrations);
                    }
                }),
                use);
    }
}
