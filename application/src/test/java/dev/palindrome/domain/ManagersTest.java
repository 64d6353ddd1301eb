package dev.palindrome.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.domain.app.App;
import dev.palindrome.domain.app.Apps;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.MigrationStatus;
import dev.palindrome.domain.result.Status;
import dev.palindrome.domain.result.StepFailure;
import dev.palindrome.domain.result.StepResult;
import dev.palindrome.domain.run.Confirmation;
import dev.palindrome.domain.run.MigrationFiles;
import dev.palindrome.domain.run.Recorder;
import dev.palindrome.domain.run.RunEnvironment;
import dev.palindrome.domain.run.RunListener;
import dev.palindrome.domain.run.Terms;
import dev.palindrome.domain.run.Workspace;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.HistoryStore;
import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.Journal;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.LockAttempt;
import dev.palindrome.spi.LockRequest;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementException;
import dev.palindrome.spi.StatementKind;
import dev.palindrome.testkit.InMemoryDatabase;
import dev.palindrome.testkit.InMemoryDatabaseAdapter;
import dev.palindrome.testkit.PlainSeal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The managers on a database in memory: what runs, what is asked, what comes back. */
class ManagersTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:00.123456Z");

    private final String name = UUID.randomUUID().toString();
    private final InMemoryDatabase database = InMemoryDatabase.named(name);
    private final List<String> asked = new ArrayList<>();
    private final List<Path> deleted = new ArrayList<>();
    private Confirmation confirmation = question -> {
        asked.add(question);
        return true;
    };

    @Test
    void forwards_runs_what_is_pending_and_records_who_and_when() {
        MigrationResult result = forwards(shop(), ForwardsRequest.of("shop"));

        assertThat(result.success()).isTrue();
        assertThat(result.message()).isEqualTo("3 migrations ran forwards");
        assertThat(outcomes(result)).containsExactly("0001 done", "0002 done", "0003 done");
        assertThat(database.executed()).containsExactly("+0001", "+0002", "+0003");
        assertThat(database.history()).extracting(HistoryEntry::sequence).containsExactly(1L, 2L, 3L);
        HistoryEntry entry = database.history().get(0);
        assertThat(entry.ranOn()).isEqualTo(NOW);
        assertThat(entry.ranBy()).isEqualTo("tester@host");
        assertThat(entry.toolVersion()).isEqualTo("1.2.3");
    }

    @Test
    void nothing_to_do_is_a_success_that_says_so() {
        forwards(shop(), ForwardsRequest.of("shop"));
        MigrationResult again = forwards(shop(), ForwardsRequest.of("shop"));

        assertThat(again.success()).isTrue();
        assertThat(again.message()).isEqualTo("Nothing to do: every migration of app 'shop' has run.");
        assertThat(backwards(shop(), BackwardsRequest.of("shop").migrationId("all"))
                        .success())
                .isTrue();
        assertThat(backwards(shop(), BackwardsRequest.of("shop")).message())
                .isEqualTo("Nothing to reverse: no migration of app 'shop' has run.");
    }

    @Test
    void backwards_takes_the_most_recent_by_default() {
        forwards(shop(), ForwardsRequest.of("shop"));
        MigrationResult result = backwards(shop(), BackwardsRequest.of("shop"));

        assertThat(result.message()).isEqualTo("1 migration reversed");
        assertThat(database.executed()).endsWith("+0003", "-0003").doesNotContain("-0002");
        assertThat(database.history()).hasSize(2);
    }

    @Test
    void a_sequence_number_is_never_given_twice() {
        forwards(shop(), ForwardsRequest.of("shop"));
        backwards(shop(), BackwardsRequest.of("shop"));
        forwards(shop(), ForwardsRequest.of("shop"));

        assertThat(database.history()).extracting(HistoryEntry::sequence).containsExactly(1L, 2L, 4L);
    }

    @Test
    void a_preview_runs_asks_and_writes_nothing_not_even_the_history_table() {
        MigrationResult preview = forwards(shop(), ForwardsRequest.of("shop").preview(true));

        assertThat(preview.success()).isTrue();
        assertThat(preview.preview()).isTrue();
        assertThat(preview.message()).isEqualTo("3 migrations would run forwards");
        assertThat(outcomes(preview)).containsExactly("0001 planned", "0002 planned", "0003 planned");
        assertThat(preview.steps().get(1).statements())
                .startsWith("BEGIN", "+0002")
                .endsWith("COMMIT")
                .hasSize(4);
        try (var session = database.openSession()) {
            assertThat(database.history(HistoryTable.DEFAULT).read(session)).isEmpty();
        }
        forwards(shop(), ForwardsRequest.of("shop"));
        confirmation = question -> {
            throw new AssertionError("asked");
        };
        MigrationResult back =
                backwards(shop(), BackwardsRequest.of("shop").migrationId("all").preview(true));
        assertThat(back.message()).isEqualTo("3 migrations would be reversed");
        assertThat(database.history()).hasSize(3);
    }

    @Test
    void code_in_a_preview_is_shown_as_code_and_runs_in_its_migrations_transaction() {
        App app = app(
                "shop",
                Set.of(),
                Migration.id("1a")
                        .forwards("a")
                        .forwardsCode("FillPrices", database -> database.execute("from code"))
                        .backwardsCode("RemovePrices", database -> {
                            throw new IOException("no prices");
                        })
                        .build());
        MigrationResult preview = forwards(app, ForwardsRequest.of("shop").preview(true));

        assertThat(preview.steps().get(0).statements()).contains("-- Java code: FillPrices");
        forwards(app, ForwardsRequest.of("shop"));
        assertThat(database.executed()).containsExactly("a", "from code");
        MigrationResult failed = backwards(app, BackwardsRequest.of("shop"));
        assertThat(failed.success()).isFalse();
        assertThat(failed.message()).contains("java.io.IOException: no prices");
        assertThat(database.history()).hasSize(1);
    }

    @Test
    void backwards_asks_with_what_would_happen_and_no_means_no() {
        forwards(shop(), ForwardsRequest.of("shop"));
        confirmation = question -> {
            asked.add(question);
            return false;
        };
        MigrationResult result = backwards(shop(), BackwardsRequest.of("shop").migrationId("0002"));

        assertThat(asked)
                .containsExactly("2 migrations would be reversed:\n  shop:0003\n  shop:0002  e-mail\nContinue?");
        assertThat(result.success()).isFalse();
        assertThat(codes(result)).containsExactly("plan/not-confirmed");
        assertThat(outcomes(result)).containsExactly("0003 not-started", "0002 not-started");
        assertThat(database.history()).hasSize(3);
    }

    @Test
    void auto_agree_asks_nobody_and_forwards_never_asks() {
        forwards(shop(), ForwardsRequest.of("shop"));
        backwards(shop(), BackwardsRequest.of("shop").autoAgree(true));

        assertThat(asked).isEmpty();
    }

    @Test
    void a_failure_says_what_was_done_what_failed_and_what_was_not_started() {
        App app = app(
                "shop",
                Set.of(),
                migration("0001"),
                unfinished("0002").forwards("fine; FAIL here; never").build(),
                migration("0003"));
        MigrationResult result = forwards(app, ForwardsRequest.of("shop"));

        assertThat(result.success()).isFalse();
        assertThat(outcomes(result)).containsExactly("0001 done", "0002 rolled-back", "0003 not-started");
        StepFailure failure = result.failedStep().orElseThrow().failure().orElseThrow();
        assertThat(failure.index()).isEqualTo(3);
        assertThat(failure.text()).isEqualTo("FAIL here");
        assertThat(failure.location()).hasToString("0002.sql:1");
        assertThat(result.message())
                .isEqualTo("Migration 'shop:0002' failed at 0002.sql:1: " + failure.error()
                        + ". The migration was rolled back whole. 1 migration before it is done. 1 was not started. Mend"
                        + " the cause, then run 'palindrome forwards shop' again: it goes on from there.");
        assertThat(database.executed()).containsExactly("+0001");
        assertThat(database.history()).hasSize(1);
    }

    @Test
    void what_ran_outside_a_transaction_before_a_failure_stays_and_the_result_says_so() {
        App app = app(
                "shop", Set.of(), unfinished("0001").forwards("ALONE a; FAIL").build());
        MigrationResult result = forwards(app, ForwardsRequest.of("shop"));

        assertThat(outcomes(result)).containsExactly("0001 failed");
        assertThat(result.message()).contains("stays in the database", "the history does not have the migration yet");
        assertThat(database.executed()).containsExactly("+0001", "ALONE a");
        assertThat(database.history()).isEmpty();
    }

    @Test
    void a_statement_that_fails_is_undone_and_of_code_nobody_knows() {
        Operation standalone = new Operation() {
            @Override
            public List<Instruction> compile(Dialect dialect, dev.palindrome.spi.catalogue.Catalogue before) {
                return List.of(Statement.of("FAIL", StatementKind.STANDALONE, Location.of("index.sql")));
            }

            @Override
            public String fingerprint() {
                return "FAIL";
            }
        };
        App index =
                app("shop", Set.of(), Migration.id("1a").forwards(standalone).build());
        App code = app(
                "shop",
                Set.of(),
                Migration.id("1a")
                        .withoutTransaction()
                        .forwardsCode("Half", half -> {
                            half.execute("half");
                            throw new IllegalStateException("the other half");
                        })
                        .build());

        assertThat(outcomes(forwards(index, ForwardsRequest.of("shop")))).containsExactly("1a rolled-back");
        assertThat(outcomes(forwards(code, ForwardsRequest.of("shop")))).containsExactly("1a failed");
        assertThat(database.executed()).containsExactly("half");
    }

    @Test
    void a_reversal_that_fails_half_way_leaves_its_entry_and_the_message_says_so() {
        App app = app(
                "shop", Set.of(), unfinished("0001").backwards("ALONE a; FAIL").build());
        forwards(app, ForwardsRequest.of("shop"));
        MigrationResult result = backwards(app, BackwardsRequest.of("shop"));

        assertThat(result.message()).contains("; the history still has the migration.");
        assertThat(database.history()).hasSize(1);
    }

    @Test
    void backwards_stops_at_the_first_failure_and_says_what_was_done() {
        App app = app(
                "shop",
                Set.of(),
                migration("0001"),
                unfinished("0002").backwards("FAIL").build(),
                migration("0003"));
        forwards(app, ForwardsRequest.of("shop"));
        MigrationResult result = backwards(app, BackwardsRequest.of("shop").migrationId("all"));

        assertThat(outcomes(result)).containsExactly("0003 done", "0002 rolled-back", "0001 not-started");
        assertThat(database.history()).hasSize(2);
    }

    @Test
    void a_plan_without_a_reversal_is_refused_whole() {
        App app = app("shop", Set.of(), Migration.id("1a").forwards("+").build(), migration("2b"));
        forwards(app, ForwardsRequest.of("shop"));
        MigrationResult result = backwards(app, BackwardsRequest.of("shop").migrationId("all"));

        assertThat(codes(result)).containsExactly("plan/irreversible");
        assertThat(asked).isEmpty();
        assertThat(database.executed()).doesNotContain("-2b");
    }

    @Test
    void fake_records_without_running_and_going_back_runs_the_reversal() {
        MigrationResult result = forwards(shop(), ForwardsRequest.of("shop").fake(true));

        assertThat(outcomes(result)).containsOnly("0001 faked", "0002 faked", "0003 faked");
        assertThat(result.message()).isEqualTo("3 migrations recorded without running");
        assertThat(database.executed()).isEmpty();
        assertThat(database.history()).allMatch(HistoryEntry::faked);
        backwards(shop(), BackwardsRequest.of("shop"));
        assertThat(database.executed()).containsExactly("-0003");
    }

    @Test
    void a_migration_that_declares_itself_fake_never_runs_in_either_direction() {
        App app = app("shop", Set.of(), unfinished("0001").fake().build());

        assertThat(outcomes(forwards(app, ForwardsRequest.of("shop")))).containsExactly("0001 faked");
        assertThat(backwards(app, BackwardsRequest.of("shop")).success()).isTrue();
        assertThat(database.executed()).isEmpty();
        assertThat(database.history()).isEmpty();
    }

    @Test
    void the_plan_that_was_approved_is_the_one_that_runs() {
        String hash = forwards(shop(), ForwardsRequest.of("shop").preview(true))
                .planHash()
                .orElseThrow();
        App changed = app(
                "shop",
                Set.of(),
                migration("0001"),
                unfinished("0002").forwards("DROP").build());

        MigrationResult refused = forwards(changed, ForwardsRequest.of("shop").plan(Optional.of(hash)));
        assertThat(codes(refused)).containsExactly("plan/changed");
        assertThat(database.executed()).isEmpty();
        assertThat(forwards(shop(), ForwardsRequest.of("shop").plan(Optional.of(hash)))
                        .success())
                .isTrue();
        assertThat(codes(forwards(shop(), ForwardsRequest.of("shop").plan(Optional.of(hash)))))
                .containsExactly("plan/changed");
    }

    @Test
    void an_approved_plan_is_refused_if_another_runner_came_first() {
        String hash = forwards(shop(), ForwardsRequest.of("shop").preview(true))
                .planHash()
                .orElseThrow();
        beforeLocking = () -> new ForwardsMigrationManager(
                        workspace(shop()),
                        environment(),
                        ForwardsRequest.of("shop").migrationId("1"))
                .run();
        MigrationResult result = forwards(shop(), ForwardsRequest.of("shop").plan(Optional.of(hash)));

        assertThat(codes(result)).containsExactly("plan/changed");
        assertThat(database.history()).hasSize(1);
    }

    @Test
    void a_runner_that_waited_finds_the_work_done() {
        beforeLocking =
                () -> new ForwardsMigrationManager(workspace(shop()), environment(), ForwardsRequest.of("shop")).run();
        MigrationResult result = forwards(shop(), ForwardsRequest.of("shop"));

        assertThat(result.success()).isTrue();
        assertThat(result.message()).isEqualTo("Another runner has done it meanwhile: nothing is left to do.");
        assertThat(database.executed()).containsExactly("+0001", "+0002", "+0003");
    }

    @Test
    void a_runner_that_waited_finds_the_table_of_one_that_failed() {
        beforeLocking = () -> {
            try (var other = database.openSession()) {
                database.history(HistoryTable.DEFAULT).create().forEach(other::execute);
            }
        };
        List<String> seen = new ArrayList<>();
        MigrationResult result = forwards(shop(), ForwardsRequest.of("shop"));
        result.steps().forEach(step -> seen.addAll(step.statements()));

        assertThat(result.success()).isTrue();
        assertThat(seen).noneMatch(sql -> sql.startsWith("CREATE HISTORY"));
    }

    @Test
    void clean_on_the_way_back_deletes_each_file_after_its_reversal_is_committed() {
        App app = app(
                "shop",
                Set.of(),
                unfinished("0001")
                        .files(List.of(Path.of("0001.sql")))
                        .backwards("FAIL")
                        .build(),
                unfinished("0002")
                        .files(List.of(Path.of("0002.up.sql"), Path.of("0002.down.sql")))
                        .build());
        forwards(app, ForwardsRequest.of("shop"));
        MigrationResult result =
                backwards(app, BackwardsRequest.of("shop").migrationId("all").clean(true));

        assertThat(result.success()).isFalse();
        assertThat(asked.get(0)).contains("Their 3 files are deleted.");
        assertThat(deleted).containsExactly(Path.of("0002.up.sql"), Path.of("0002.down.sql"));
    }

    @Test
    void a_file_that_cannot_be_deleted_is_a_warning() {
        App app = app(
                "shop",
                Set.of(),
                unfinished("0001").files(List.of(Path.of("locked.sql"))).build());
        forwards(app, ForwardsRequest.of("shop"));
        MigrationResult result = backwards(app, BackwardsRequest.of("shop").clean(true));

        assertThat(result.success()).isTrue();
        assertThat(result.problems()).singleElement().asString().startsWith("[run/file-kept] The file 'locked.sql'");
    }

    @Test
    void clean_removes_the_entries_whose_migration_is_gone_after_asking() {
        forwards(shop(), ForwardsRequest.of("shop"));
        App less = app("shop", Set.of(), migration("0001"));
        MigrationResult result = new CleanMigrationManager(workspace(less), environment(), "shop", Terms.ASK).run();

        assertThat(result.message()).isEqualTo("2 migrations removed from the history");
        assertThat(asked.get(0)).startsWith("2 migrations would be removed from the history:\n  shop:0003\n");
        assertThat(database.history()).extracting(e -> e.migrationId().value()).containsExactly("0001");
        assertThat(database.executed()).containsExactly("+0001", "+0002", "+0003");
        assertThat(new CleanMigrationManager(workspace(less), environment(), "shop", Terms.ASK)
                        .run()
                        .message())
                .isEqualTo("Nothing to clean: every migration in the history has its pack.");
    }

    @Test
    void clean_is_refused_while_a_file_of_a_pack_cannot_be_read() {
        forwards(shop(), ForwardsRequest.of("shop"));
        App broken = app("shop", Set.of(), migration("0001"), migration("0001"));
        MigrationResult result = new CleanMigrationManager(workspace(broken), environment(), "shop", Terms.ASK).run();

        assertThat(result.success()).isFalse();
        assertThat(database.history()).hasSize(3);
    }

    @Test
    void clean_of_all_leaves_apps_alone_that_have_no_migrations_here() {
        forwards(shop(), ForwardsRequest.of("shop"));
        Workspace empty = workspace(app("shop", Set.of()));

        assertThat(new CleanMigrationManager(empty, environment(), "all", Terms.ASK)
                        .run()
                        .steps())
                .isEmpty();
        assertThat(new CleanMigrationManager(workspace(app("other", Set.of())), environment(), "all", Terms.ASK)
                        .run()
                        .steps())
                .isEmpty();
        assertThat(new CleanMigrationManager(empty, environment(), "shop", Terms.ASK)
                        .run()
                        .steps())
                .hasSize(3);
    }

    @Test
    void clean_is_refused_while_a_jar_does_not_load() {
        forwards(shop(), ForwardsRequest.of("shop"));
        Problem broken = Problem.warning(new Problem.Code("pack/broken", Problem.Kind.INTERNAL), "Could not load it.");
        Workspace without = workspace(Apps.of(List.of(), List.of(broken)));
        MigrationResult result = new CleanMigrationManager(without, environment(), "all", Terms.ASK).run();

        assertThat(codes(result)).containsExactly("pack/broken");
        assertThat(database.history()).hasSize(3);
    }

    @Test
    void check_says_how_each_migration_stands_and_what_the_packs_lack() {
        forwards(shop(), ForwardsRequest.of("shop").migrationId("0002"));
        App other = app("shop", Set.of(), unfinished("0001").forwards("more").build(), migration("0003"));
        List<MigrationStatus> statuses = new CheckMigrationManager(workspace(other), "shop").getMigrationStatuses();

        assertThat(statuses).extracting(MigrationStatus::migrationId).containsExactly("0001", "0003", "0002");
        assertThat(statuses)
                .extracting(MigrationStatus::status)
                .containsExactly(Status.CHANGED, Status.PENDING, Status.MISSING);
        assertThat(statuses).extracting(MigrationStatus::hasRan).containsExactly(true, false, true);
        assertThat(statuses.get(2).description()).isEqualTo("e-mail");
    }

    @Test
    void a_history_that_cannot_be_read_is_a_problem() {
        HistoryStore unreadable = new HistoryStore() {
            @Override
            public Optional<List<HistoryEntry>> read(Session session) {
                throw new StatementException("permission denied", Optional.empty(), false, new IOException());
            }

            @Override
            public List<Statement> create() {
                return List.of();
            }

            @Override
            public Journal journal() {
                throw new IllegalStateException("a history that can't be read has no journal");
            }

            @Override
            public Statement insert(HistoryEntry entry) {
                return Statement.of("");
            }

            @Override
            public Statement amend(HistoryEntry entry) {
                return Statement.of("");
            }

            @Override
            public Statement delete(HistoryEntry entry) {
                return Statement.of("");
            }
        };
        Workspace workspace = workspace(shop());
        Workspace other =
                new Workspace(workspace.apps(), workspace.adapter(), workspace.database(), unreadable, new PlainSeal());

        assertThatThrownBy(() -> new CheckMigrationManager(other, "shop").check())
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("The history could not be read: permission denied.");
    }

    @Test
    void a_listener_sees_every_step_and_statement() {
        List<String> seen = new ArrayList<>();
        RunListener listener = new RunListener() {
            @Override
            public void statementStarted(
                    dev.palindrome.domain.plan.Step step,
                    dev.palindrome.spi.Instruction instruction,
                    int number,
                    int total) {
                seen.add(step.migration() + " " + instruction.text() + " " + number + "/" + total);
            }

            @Override
            public void stepDone(StepResult result, int number, int total) {
                seen.add(result.outcome() + " " + number + "/" + total);
            }

            @Override
            public void runDone(MigrationResult result) {
                seen.add(result.message());
            }
        };
        new ForwardsMigrationManager(
                        workspace(shop()),
                        environment().with(listener),
                        ForwardsRequest.of("shop").migrationId("0002"))
                .run();

        assertThat(seen)
                .containsExactly(
                        "shop:0001 +0001 1/1",
                        "DONE 1/2",
                        "shop:0002 +0002 1/1",
                        "DONE 2/2",
                        "2 migrations ran forwards");
    }

    private Runnable beforeLocking = () -> {};

    private static Migration migration(String id) {
        return unfinished(id).build();
    }

    private static Migration.Builder unfinished(String id) {
        return Migration.id(id)
                .location(new Location(id + ".sql", 1))
                .forwards("+" + id)
                .backwards("-" + id);
    }

    private static App app(String name, Set<String> dependsOn, Migration... migrations) {
        return new App(
                name,
                dependsOn,
                List.of(migrations),
                Optional.empty(),
                Location.of(name + ".jar"),
                Optional.empty(),
                List.of());
    }

    private static App shop() {
        return app(
                "shop",
                Set.of(),
                migration("0001"),
                unfinished("0002").description("e-mail").build(),
                migration("0003"));
    }

    private MigrationResult forwards(App app, ForwardsRequest request) {
        return new ForwardsMigrationManager(workspace(app), environment(), request).run();
    }

    private MigrationResult backwards(App app, BackwardsRequest request) {
        return new BackwardsMigrationManager(workspace(app), environment(), request).run();
    }

    private Workspace workspace(App app) {
        return workspace(Apps.of(List.of(app), List.of()));
    }

    private Workspace workspace(Apps apps) {
        InMemoryDatabaseAdapter adapter = new InMemoryDatabaseAdapter();
        var connected = adapter.connect(DatabaseAddress.of("memory:" + name));
        return new Workspace(apps, adapter, connected, connected.history(HistoryTable.DEFAULT), new PlainSeal());
    }

    private RunEnvironment environment() {
        return new RunEnvironment(
                (database, session, listener) -> {
                    Runnable first = beforeLocking;
                    beforeLocking = () -> {};
                    first.run();
                    LockAttempt attempt = database.tryLock(session, new LockRequest(HistoryTable.DEFAULT, "tester"));
                    return Optional.of(((LockAttempt.Acquired) attempt).lock());
                },
                question -> confirmation.confirm(question),
                RunListener.NONE,
                new Recorder(Clock.fixed(NOW, ZoneOffset.UTC), "tester@host", "1.2.3"),
                new MigrationFiles() {
                    @Override
                    public void create(Path file, String text) {
                        throw new AssertionError("nothing is created here");
                    }

                    @Override
                    public void delete(Path file) throws IOException {
                        if (file.toString().equals("locked.sql")) {
                            throw new IOException("in use");
                        }
                        deleted.add(file);
                    }
                });
    }

    private static List<String> outcomes(MigrationResult result) {
        return result.steps().stream()
                .map(step -> step.migrationId() + " " + step.outcome().word())
                .toList();
    }

    private static List<String> codes(MigrationResult result) {
        return result.problems().stream()
                .filter(Problem::isError)
                .map(problem -> problem.code().path())
                .toList();
    }
}
