package dev.palindrome.application.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.OnJournaledDatabases;
import dev.palindrome.application.databases.TestPack;
import dev.palindrome.application.databases.Workbench;
import dev.palindrome.application.runners.RunnerProcess;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

/**
 * One migration of five statements, of which four commit by themselves, is killed with SIGKILL before and behind each of them,
 * on its way in either direction. Then it goes on, or is turned round: without anybody's hand, to the same end as if it had
 * never been disturbed.
 */
@DisplayName("Promise 15: where DDL can't be rolled back")
class HalfDoneKillTest {
    private static final int STATEMENTS = 5;

    @TempDir
    private Path folder;

    @OnJournaledDatabases
    void forwards_killed_before_each_statement_goes_on(DatabaseKind kind) {
        for (int statement = 1; statement <= STATEMENTS; statement++) {
            forwardsThen(kind, statement, "forwards");
        }
    }

    @OnJournaledDatabases
    void forwards_killed_behind_each_statement_goes_on(DatabaseKind kind) {
        for (int statement = 1; statement <= STATEMENTS; statement++) {
            forwardsThen(kind, -statement, "forwards");
        }
    }

    @OnJournaledDatabases
    void forwards_killed_before_or_behind_each_statement_is_taken_back(DatabaseKind kind) {
        for (int statement = 1; statement <= STATEMENTS; statement++) {
            forwardsThen(kind, statement, "backwards");
            forwardsThen(kind, -statement, "backwards");
        }
    }

    @OnJournaledDatabases
    void backwards_killed_before_or_behind_each_statement_goes_on(DatabaseKind kind) {
        for (int statement = 1; statement <= STATEMENTS; statement++) {
            backwardsThen(kind, statement, "backwards");
            backwardsThen(kind, -statement, "backwards");
        }
    }

    @OnJournaledDatabases
    void backwards_killed_before_or_behind_each_statement_goes_forwards_again(DatabaseKind kind) {
        for (int statement = 1; statement <= STATEMENTS; statement++) {
            backwardsThen(kind, statement, "forwards");
            backwardsThen(kind, -statement, "forwards");
        }
    }

    private void forwardsThen(DatabaseKind kind, int point, String next) {
        Workbench bench = bench(kind, "forwards" + point + next);
        List<String> before = bench.database().catalogue();
        kill(bench, point, "forwards");
        assertHalfDone(kind, bench, point);

        go(bench, next);

        if (next.equals("forwards")) {
            assertWhole(bench, point);
        } else {
            assertThat(bench.database().catalogue()).describedAs("%s", point).isEqualTo(before);
            assertThat(bench.check("shop").get(0).status()).isEqualTo(Status.PENDING);
        }
    }

    private void backwardsThen(DatabaseKind kind, int point, String next) {
        Workbench bench = bench(kind, "backwards" + point + next);
        List<String> before = bench.database().catalogue();
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        List<String> whole = bench.database().catalogue();
        kill(bench, point, "backwards");
        assertHalfDone(kind, bench, point);

        go(bench, next);

        assertThat(bench.database().catalogue())
                .describedAs("%s", point)
                .isEqualTo(next.equals("forwards") ? whole : before);
        assertThat(bench.check("shop").get(0).status())
                .isEqualTo(next.equals("forwards") ? Status.APPLIED : Status.PENDING);
    }

    private static void assertHalfDone(DatabaseKind kind, Workbench bench, int point) {
        if (kind.isDurableAtOnce()) {
            assertThat(bench.check("shop").get(0).status())
                    .describedAs("%s", point)
                    .isEqualTo(Status.FAILED);
        }
    }

    private static void assertWhole(Workbench bench, int point) {
        assertThat(bench.check("shop").get(0).status()).isEqualTo(Status.APPLIED);
        assertThat(bench.database().tables()).describedAs("%s", point).containsExactly("a", "b");
        assertThat(bench.database().rows("SELECT id, x FROM a")).containsExactly("1|null");
        assertThat(bench.backwards("shop", "all").success()).isTrue();
        assertThat(bench.database().tables()).isEmpty();
    }

    private static void go(Workbench bench, String direction) {
        MigrationResult result = bench.with(
                builder -> builder.lockTimeout(Duration.ofSeconds(10)),
                engine -> direction.equals("forwards") ? engine.forwards("shop") : engine.backwards("shop"));
        assertThat(result.success())
                .describedAs(result.message() + result.problems())
                .isTrue();
    }

    private void kill(Workbench bench, int point, String direction) {
        Path packs = packs(bench);
        RunnerProcess.Launch launch = RunnerProcess.of(bench.database().url(), "shop", packs);
        RunnerProcess.Launch directed = direction.equals("forwards") ? launch : launch.backwards();
        try (RunnerProcess runner = (point > 0 ? directed.pausingAt(point) : directed.pausingBehind(-point)).start()) {
            runner.await("ready");
            runner.go();
            runner.await(point > 0 ? "event " + point + " " : "behind " + -point);
            runner.kill();
        }
    }

    private Path packs(Workbench bench) {
        return bench.app("shop").folder();
    }

    private Workbench bench(DatabaseKind kind, String name) {
        Workbench bench = Workbench.on(kind, new TestPack(folder.resolve(name)).folder());
        String ofIndex = kind.dropsIndexesOfTables() ? " ON b" : "";
        bench.app("shop")
                .migration(
                        "1",
                        "CREATE TABLE a (id int);\nINSERT INTO a VALUES (1);\nCREATE TABLE b (id int);\n"
                                + "CREATE INDEX b_id ON b (id);\nALTER TABLE a ADD COLUMN x int;",
                        "ALTER TABLE a DROP COLUMN x;\nDROP INDEX b_id" + ofIndex
                                + ";\nDROP TABLE b;\nDELETE FROM a;\nDROP TABLE a;");
        return bench;
    }
}
