package dev.palindrome.application.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.Palindrome;
import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.OnEachDatabase;
import dev.palindrome.application.databases.PostgresqlServer;
import dev.palindrome.application.databases.Workbench;
import dev.palindrome.application.runners.CuttingProxy;
import dev.palindrome.application.runners.CuttingProxy.Cut;
import dev.palindrome.application.runners.Poll;
import dev.palindrome.domain.plan.Target;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.StepOutcome;
import dev.palindrome.domain.result.StepResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Change and history disagree")
class HistoryTrapsTest {
    @TempDir
    private Path folder;

    /**
     * A tool with two connections and two commits loses one of them at the commit: the table is there, the history lacks it,
     * and the next run fails for ever.
     */
    @ParameterizedTest(name = "commit {0}, cut {1}")
    @CsvSource({
        "1, BEFORE_THE_SERVER_HAS_IT",
        "2, BEFORE_THE_SERVER_HAS_IT",
        "3, BEFORE_THE_SERVER_HAS_IT",
        "1, BEFORE_THE_ANSWER_IS_BACK",
        "2, BEFORE_THE_ANSWER_IS_BACK",
        "3, BEFORE_THE_ANSWER_IS_BACK"
    })
    void a_lost_connection_at_the_commit_leaves_history_and_schema_agreeing(int commit, Cut cut) throws IOException {
        Workbench bench = threeTables(DatabaseKind.POSTGRESQL);
        String url = bench.database().url();

        MigrationResult result = through(bench, url, commit, cut, engine -> engine.forwards("shop"));

        boolean committed = cut == Cut.BEFORE_THE_ANSWER_IS_BACK;
        assertThat(result.success()).isFalse();
        assertThat(result.steps().get(commit - 1).outcome()).isEqualTo(StepOutcome.IN_DOUBT);
        assertThat(result.message()).contains("'palindrome check'");
        awaitQuiet(bench);
        assertAgreement(bench, committed ? commit : commit - 1);
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        assertAgreement(bench, 3);

        MigrationResult back = through(bench, url, commit, cut, engine -> engine.backwards("shop", "all"));

        assertThat(back.success()).isFalse();
        assertThat(back.steps().get(commit - 1).outcome()).isEqualTo(StepOutcome.IN_DOUBT);
        awaitQuiet(bench);
        assertAgreement(bench, committed ? 3 - commit : 4 - commit);
        assertThat(bench.backwards("shop", "all").success()).isTrue();
        assertAgreement(bench, 0);
    }

    /** What became of the tag is looked at again, and what isn't known isn't said. */
    @ParameterizedTest
    @EnumSource(Cut.class)
    void a_lost_connection_at_the_commit_of_a_tag_says_no_more_than_is_known(Cut cut) throws IOException {
        Workbench bench = threeTables(DatabaseKind.POSTGRESQL);
        assertThat(bench.forwards("shop", "all").success()).isTrue();

        MigrationResult result = through(bench, bench.database().url(), 1, cut, engine -> engine.tag("shop", "v1"));

        awaitQuiet(bench);
        if (result.success()) {
            assertThat(cut).isEqualTo(Cut.BEFORE_THE_ANSWER_IS_BACK);
            assertThat(result.message()).contains("The tag 'v1' names the state");
            assertThat(bench.backwards("shop", Target.tag("v1")).success()).isTrue();
        } else {
            assertThat(result.message())
                    .contains("A moment later the tag was not set", "palindrome check shop --output json");
        }
    }

    @Test
    void a_lost_server_at_the_commit_of_a_tag_leaves_it_unknown() throws IOException {
        Workbench bench = threeTables(DatabaseKind.POSTGRESQL);
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        AtomicReference<CuttingProxy> wire = new AtomicReference<>();
        Predicate<String> ending = packet -> {
            boolean isCommit = packet.contains("COMMIT");
            if (isCommit) {
                wire.get().close();
            }
            return isCommit;
        };

        MigrationResult result;
        try (CuttingProxy proxy = new CuttingProxy(PostgresqlServer.port(), ending, 1, Cut.BEFORE_THE_SERVER_HAS_IT)) {
            wire.set(proxy);
            result = through(bench, bench.database().url(), proxy, engine -> engine.tag("shop", "v1"));
        }

        assertThat(result.success()).isFalse();
        assertThat(result.message())
                .contains("Whether the tag is set isn't known", "palindrome check shop --output json");
    }

    /** A tool commits the change first and writes its history afterwards, in both directions. */
    @OnEachDatabase
    void a_history_write_that_fails_is_never_reported_as_done(DatabaseKind kind) {
        Workbench bench = threeTables(kind);
        assertThat(bench.forwards("shop", "1").success()).isTrue();
        if (kind == DatabaseKind.SQLITE) {
            bench.database()
                    .run("CREATE TRIGGER forbid BEFORE INSERT ON palindrome_history BEGIN"
                            + " SELECT RAISE(ABORT, 'not today'); END");
        } else {
            bench.database()
                    .run("ALTER TABLE \"palindrome_history\" ADD CONSTRAINT not_today CHECK (migration_id <> '2')");
        }

        MigrationResult result = bench.forwards("shop", "all");

        assertThat(result.success()).isFalse();
        assertThat(bench.database().history()).containsExactly("shop:1");
        if (!kind.holdsDefinitions()) { // then it is said that the change stays
            assertThat(result.steps().get(0).outcome()).isEqualTo(StepOutcome.FAILED);
            assertThat(result.message()).contains("stays in the database");
        } else {
            assertThat(bench.database().tables()).containsExactly("t1");
        }
    }

    /** A tool writes its history row after the migration's transaction has closed. */
    @OnEachDatabase
    void the_history_row_is_written_before_the_commit(DatabaseKind kind) {
        Workbench bench = threeTables(kind);
        assertThat(bench.forwards("shop", "1").success()).isTrue();

        List<String> statements = bench.forwards("shop", "1").steps().get(0).statements();

        int begin = statements.indexOf("BEGIN");
        assertThat(statements.subList(begin, statements.size()))
                .anySatisfy(sql -> assertThat(sql).startsWith("INSERT INTO").containsPattern("palindrome_history[`\"]"))
                .endsWith("COMMIT");
    }

    /** A tool deletes history rows by the migration's id alone, so another app's row of the same id goes too. */
    @OnEachDatabase
    void reversing_one_app_leaves_another_apps_entry_of_the_same_id(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop").table("1", "shop_table");
        bench.app("bank").table("1", "bank_table");
        assertThat(bench.forwards("bank", "all").success()).isTrue();
        assertThat(bench.forwards("shop", "all").success()).isTrue();

        assertThat(bench.backwards("shop", "all").success()).isTrue();

        assertThat(bench.database().history()).containsExactly("bank:1");
        assertThat(bench.database().tables()).containsExactly("bank_table");
    }

    /** A tool orders what ran by timestamp; ties are undefined, and so is the order of reversal. */
    @OnEachDatabase
    void migrations_that_ran_at_one_instant_are_reversed_in_the_reverse_of_their_run(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop").table("1", "t1").table("2", "t2").table("3", "t3").table("10", "t10");
        Clock stopped = Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC);
        assertThat(bench.with(builder -> builder.module(Workbench.at(stopped)), engine -> engine.forwards("shop"))
                        .success())
                .isTrue();
        assertThat(bench.database().rows("SELECT DISTINCT ran_on FROM \"palindrome_history\""))
                .hasSize(1);

        assertThat(bench.backwards("shop", "all").steps())
                .extracting(StepResult::migrationId)
                .containsExactly("10", "3", "2", "1");
    }

    private Workbench threeTables(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind, folder);
        bench.app("shop").table("1", "t1").table("2", "t2").table("3", "t3");
        return bench;
    }

    private static MigrationResult through(
            Workbench bench, String url, int commit, Cut cut, Function<Palindrome, MigrationResult> run)
            throws IOException {
        try (CuttingProxy proxy = new CuttingProxy(PostgresqlServer.port(), commit, cut)) {
            return through(bench, url, proxy, run);
        }
    }

    private static MigrationResult through(
            Workbench bench, String url, CuttingProxy proxy, Function<Palindrome, MigrationResult> run) {
        try (Palindrome engine = bench.prepared(
                        Palindrome.on(url.replace(":" + PostgresqlServer.port(), ":" + proxy.port())))
                .build()) {
            return run.apply(engine);
        }
    }

    /** The server may need a moment to end the session whose wire was cut. */
    private static void awaitQuiet(Workbench bench) {
        Poll.until(
                "the session whose wire was cut is over",
                Duration.ofSeconds(20),
                () -> bench.database()
                        .rows(
                                "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()")
                        .isEmpty());
    }

    private static void assertAgreement(Workbench bench, int migrations) {
        assertThat(bench.database().history()).hasSize(migrations);
        assertThat(bench.database().tables())
                .isEqualTo(List.of("t1", "t2", "t3").subList(0, migrations));
    }
}
