package dev.palindrome.application.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.Palindrome;
import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.TestDatabase;
import dev.palindrome.application.databases.Workbench;
import dev.palindrome.application.runners.CuttingProxy;
import dev.palindrome.application.runners.CuttingProxy.Cut;
import dev.palindrome.application.runners.SentStatement;
import dev.palindrome.application.runners.Sessions;
import dev.palindrome.domain.BackwardsRequest;
import dev.palindrome.domain.ForwardsRequest;
import dev.palindrome.domain.plan.Step;
import dev.palindrome.domain.plan.Target;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.MigrationStatus;
import dev.palindrome.domain.result.Status;
import dev.palindrome.domain.result.StepOutcome;
import dev.palindrome.domain.run.RunListener;
import dev.palindrome.spi.Direction;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A tool with two connections and two commits loses one of them at the commit: the table is there, the history lacks it, and the next
 * run fails for ever. A database in a file has no connection to lose.
 */
@DisplayName("Change and history disagree: a connection lost at the commit")
class LostConnectionTest {
    private static final int MIGRATIONS = 3;

    private static Server h2;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startH2() throws SQLException {
        h2 = Server.createTcpServer("-ifNotExists", "-tcpPort", "0").start();
    }

    @AfterAll
    static void stopH2() {
        h2.stop();
    }

    static List<Loss> commits() {
        List<Loss> all = new ArrayList<>();
        for (int step = 1; step <= MIGRATIONS; step++) {
            for (DatabaseKind kind : List.of(DatabaseKind.POSTGRESQL, DatabaseKind.MARIADB, DatabaseKind.H2)) {
                all.add(new Loss(kind, step, Cut.BEFORE_THE_SERVER_HAS_IT));
                all.add(new Loss(kind, step, Cut.BEFORE_THE_ANSWER_IS_BACK));
            }
        }
        return all;
    }

    static List<Loss> definitions() {
        return commits().stream()
                .filter(loss -> loss.step() == 2 && !loss.kind().holdsDefinitions())
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commits")
    void at_the_commit_history_and_schema_agree_or_the_journal_says_what_is_between_them(Loss loss) throws IOException {
        Workbench bench = threeTables(loss.kind());
        boolean arrived = loss.cut() == Cut.BEFORE_THE_ANSWER_IS_BACK;
        Optional<Integer> ran = arrived || loss.kind().holdsDefinitions() ? Optional.empty() : Optional.of(1);

        MigrationResult there = forwards(bench, loss, "COMMIT");

        assertThat(there.success()).isFalse();
        assertThat(there.steps().get(loss.step() - 1).outcome()).isEqualTo(StepOutcome.IN_DOUBT);
        assertThat(there.message()).contains("'palindrome check'");
        assertTruth(bench, loss, arrived ? loss.step() : loss.step() - 1, Direction.FORWARDS, ran);
        goesForwards(bench);

        MigrationResult back = backwards(bench, loss, "COMMIT");

        assertThat(back.success()).isFalse();
        assertThat(back.steps().get(loss.step() - 1).outcome()).isEqualTo(StepOutcome.IN_DOUBT);
        assertTruth(bench, loss, MIGRATIONS - (arrived ? loss.step() : loss.step() - 1), Direction.BACKWARDS, ran);
        goesBackwards(bench);
    }

    /** There a definition is a commit of its own, and the history's comes later: what is lost at it, the catalogue shows. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("definitions")
    void at_a_definition_that_commits_the_journal_says_whether_it_ran(Loss loss) throws IOException {
        Workbench bench = threeTables(loss.kind());
        Optional<Integer> ran = Optional.of(loss.cut() == Cut.BEFORE_THE_ANSWER_IS_BACK ? 1 : 0);

        MigrationResult there = forwards(bench, loss, "CREATE TABLE t" + loss.step() + " (id int)");

        assertThat(there.success()).isFalse();
        assertThat(there.steps().get(loss.step() - 1).outcome()).isEqualTo(StepOutcome.FAILED);
        assertThat(there.message()).contains("The connection to the database is lost", "'palindrome forwards shop'");
        assertTruth(bench, loss, loss.step() - 1, Direction.FORWARDS, ran);
        goesForwards(bench);

        MigrationResult back = backwards(bench, loss, "DROP TABLE t" + (MIGRATIONS + 1 - loss.step()));

        assertThat(back.success()).isFalse();
        assertThat(back.steps().get(loss.step() - 1).outcome()).isEqualTo(StepOutcome.FAILED);
        assertTruth(bench, loss, MIGRATIONS + 1 - loss.step(), Direction.BACKWARDS, ran);
        goesBackwards(bench);
    }

    /** What became of the tag is looked at again, and what isn't known isn't said. */
    @ParameterizedTest
    @EnumSource(Cut.class)
    void at_the_commit_of_a_tag_no_more_is_said_than_is_known(Cut cut) throws IOException {
        Workbench bench = threeTables(DatabaseKind.POSTGRESQL);
        goesForwards(bench);

        MigrationResult result;
        try (CuttingProxy proxy = new CuttingProxy(bench.database().url(), new SentStatement("COMMIT"), 1, cut)) {
            result = through(bench, proxy, engine -> engine.tag("shop", "v1"));
        }

        awaitQuiet(bench, DatabaseKind.POSTGRESQL);
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
    void a_server_lost_at_the_commit_of_a_tag_leaves_it_unknown() throws IOException {
        Workbench bench = threeTables(DatabaseKind.POSTGRESQL);
        goesForwards(bench);
        AtomicReference<CuttingProxy> wire = new AtomicReference<>();
        Predicate<String> ending = packet -> {
            boolean isCommit = packet.contains("COMMIT");
            if (isCommit) {
                wire.get().close();
            }
            return isCommit;
        };

        MigrationResult result;
        try (CuttingProxy proxy = new CuttingProxy(bench.database().url(), ending, 1, Cut.BEFORE_THE_SERVER_HAS_IT)) {
            wire.set(proxy);
            result = through(bench, proxy, engine -> engine.tag("shop", "v1"));
        }

        assertThat(result.success()).isFalse();
        assertThat(result.message())
                .contains("Whether the tag is set isn't known", "palindrome check shop --output json");
    }

    private Workbench threeTables(DatabaseKind kind) {
        Workbench bench = Workbench.on(kind == DatabaseKind.H2 ? onH2Server() : kind.fresh(folder), folder);
        bench.app("shop").table("1", "t1").table("2", "t2").table("3", "t3");
        return bench;
    }

    /** It stays open for a moment when nobody has it open. */
    private TestDatabase onH2Server() {
        return DatabaseKind.H2.known(
                "jdbc:h2:tcp://localhost:" + h2.getPort() + "/" + folder.resolve("database") + ";DB_CLOSE_DELAY=1");
    }

    private static MigrationResult forwards(Workbench bench, Loss loss, String sql) throws IOException {
        return lost(bench, loss, sql, (engine, listener) -> engine.forwards(ForwardsRequest.of("shop"), listener));
    }

    private static MigrationResult backwards(Workbench bench, Loss loss, String sql) throws IOException {
        return lost(
                bench,
                loss,
                sql,
                (engine, listener) -> engine.backwards(
                        BackwardsRequest.of("shop").migrationId("all").autoAgree(true), listener));
    }

    private static MigrationResult lost(
            Workbench bench, Loss loss, String sql, BiFunction<Palindrome, RunListener, MigrationResult> run)
            throws IOException {
        FromStep counts = new FromStep(loss.step(), new SentStatement(sql));
        MigrationResult result;
        try (CuttingProxy proxy = new CuttingProxy(bench.database().url(), counts, 1, loss.cut())) {
            result = through(bench, proxy, engine -> run.apply(engine, counts));
        }
        awaitQuiet(bench, loss.kind());
        return result;
    }

    private static MigrationResult through(
            Workbench bench, CuttingProxy proxy, Function<Palindrome, MigrationResult> run) {
        try (Palindrome engine = bench.prepared(Palindrome.on(proxy.url())).build()) {
            return run.apply(engine);
        }
    }

    private static void awaitQuiet(Workbench bench, DatabaseKind kind) {
        Sessions.at(kind, bench.database()).orElseThrow().awaitEnd(bench.database());
    }

    /**
     * The history has so many migrations, and their tables are there. If the next one forwards, or the last one backwards, is
     * half-done, so many of its statements ran, and nobody needs to be asked.
     */
    private static void assertTruth(
            Workbench bench, Loss loss, int applied, Direction heading, Optional<Integer> statementsRun) {
        boolean isForwards = heading == Direction.FORWARDS;
        int half = isForwards ? applied : applied - 1;
        int made = statementsRun.orElse(0) * (isForwards ? 1 : -1);
        assertThat(bench.database().history()).hasSize(applied);
        assertThat(bench.database().tables())
                .isEqualTo(List.of("t1", "t2", "t3").subList(0, applied + made));
        List<Status> statuses = new ArrayList<>(Collections.nCopies(applied, Status.APPLIED));
        statuses.addAll(Collections.nCopies(MIGRATIONS - applied, Status.PENDING));
        statementsRun.ifPresent(count -> statuses.set(half, Status.FAILED));
        assertThat(bench.check("shop"))
                .describedAs("%s", loss)
                .extracting(MigrationStatus::status)
                .isEqualTo(statuses);
        List<String> said = bench.with(engine -> engine.report("shop")).problems().stream()
                .map(Problem::message)
                .toList();
        if (statementsRun.isEmpty()) {
            assertThat(said).isEmpty();
        } else {
            assertThat(said)
                    .singleElement()
                    .asString()
                    .startsWith("Migration 'shop:" + (half + 1) + "' is half-done: going " + heading.word() + ", it "
                            + (statementsRun.get() == 0 ? "was interrupted at" : "stopped after") + " statement 1 on ")
                    .doesNotContain("repair");
        }
    }

    /** A table that is there can't be created again. */
    private static void goesForwards(Workbench bench) {
        MigrationResult result = bench.forwards("shop", "all");
        assertThat(result.success()).describedAs(result.message()).isTrue();
        assertThat(bench.database().history()).containsExactly("shop:1", "shop:2", "shop:3");
        assertThat(bench.database().tables()).containsExactly("t1", "t2", "t3");
    }

    /** A table that is gone can't be dropped again. */
    private static void goesBackwards(Workbench bench) {
        MigrationResult result = bench.backwards("shop", "all");
        assertThat(result.success()).describedAs(result.message()).isTrue();
        assertThat(bench.database().history()).isEmpty();
        assertThat(bench.database().tables()).isEmpty();
    }

    /**
     * Where a wire is cut.
     *
     * @param step at which step of the run, the first being number 1
     */
    record Loss(DatabaseKind kind, int step, Cut cut) {
        @Override
        public String toString() {
            return kind + ", step " + step + ", cut " + cut;
        }
    }

    /** Counts those packets from the moment on at which the only statement of that step is about to be sent. */
    private static final class FromStep implements RunListener, Predicate<String> {
        private final int step;
        private final Predicate<String> packets;
        private int started;
        private volatile boolean isReached;

        FromStep(int step, Predicate<String> packets) {
            this.step = step;
            this.packets = packets;
        }

        @Override
        public void statementStarted(Step of, Instruction instruction, int number, int total) {
            started++;
            isReached = started == step;
        }

        @Override
        public boolean test(String packet) {
            return packets.test(packet) && isReached;
        }
    }
}
