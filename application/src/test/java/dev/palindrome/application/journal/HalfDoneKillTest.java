package dev.palindrome.application.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.OnEachDatabase;
import dev.palindrome.application.databases.TestPack;
import dev.palindrome.application.databases.Workbench;
import dev.palindrome.application.runners.RunnerProcess;
import dev.palindrome.domain.result.CheckReport;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

/**
 * One migration of five statements is killed with SIGKILL before and behind each of them, on its way in either direction: where
 * definitions commit by themselves, or where the migration wants no transaction. Then it goes on, or is turned round: without
 * anybody's hand, to the same end as if it had never been disturbed.
 */
@DisplayName("Promise 15: where DDL can't be rolled back")
class HalfDoneKillTest {
    private static final int STATEMENTS = 5;

    @TempDir
    private Path folder;

    @OnEachDatabase
    void forwards_killed_before_each_statement_goes_on(DatabaseKind kind) {
        for (int statement = 1; statement <= STATEMENTS; statement++) {
            forwardsThen(kind, statement, "forwards");
        }
    }

    @OnEachDatabase
    void forwards_killed_behind_each_statement_goes_on(DatabaseKind kind) {
        for (int statement = 1; statement <= STATEMENTS; statement++) {
            forwardsThen(kind, -statement, "forwards");
        }
    }

    @OnEachDatabase
    void forwards_killed_before_or_behind_each_statement_is_taken_back(DatabaseKind kind) {
        for (int statement = 1; statement <= STATEMENTS; statement++) {
            forwardsThen(kind, statement, "backwards");
            forwardsThen(kind, -statement, "backwards");
        }
    }

    @OnEachDatabase
    void backwards_killed_before_or_behind_each_statement_goes_on(DatabaseKind kind) {
        for (int statement = 1; statement <= STATEMENTS; statement++) {
            backwardsThen(kind, statement, "backwards");
            backwardsThen(kind, -statement, "backwards");
        }
    }

    @OnEachDatabase
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
        assertHalfDone(bench, "forwards", point, kind.holdsDefinitions() ? 0 : 2);

        go(bench, next);

        if (next.equals("forwards")) {
            assertWhole(kind, bench, point);
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
        assertHalfDone(bench, "backwards", point, kind.holdsDefinitions() ? 0 : 4);

        go(bench, next);

        assertThat(bench.database().catalogue())
                .describedAs("%s", point)
                .isEqualTo(next.equals("forwards") ? whole : before);
        assertThat(bench.check("shop").get(0).status())
                .isEqualTo(next.equals("forwards") ? Status.APPLIED : Status.PENDING);
    }

    /** A row that isn't committed yet hasn't been written. */
    private static void assertHalfDone(Workbench bench, String heading, int point, int row) {
        CheckReport report = bench.with(engine -> engine.report("shop"));
        assertThat(report.statuses().get(0).status()).describedAs("%s", point).isEqualTo(Status.FAILED);
        int ran = point > 0 || point == -row ? Math.abs(point) - 1 : -point;
        assertThat(report.problems().get(0).message())
                .containsAnyOf(
                        "going " + heading + ", it stopped after statement " + ran + " on ",
                        "going " + heading + ", it was interrupted at statement " + Math.abs(point) + " on ");
    }

    private static void assertWhole(DatabaseKind kind, Workbench bench, int point) {
        assertThat(bench.check("shop").get(0).status()).isEqualTo(Status.APPLIED);
        assertThat(bench.database().tables()).describedAs("%s", point).containsExactly("a", "b");
        assertThat(bench.database().rows("SELECT id, x FROM a"))
                .isEqualTo(kind.holdsDefinitions() ? List.of() : List.of("1|null"));
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
        String concurrently = kind == DatabaseKind.POSTGRESQL ? " CONCURRENTLY" : "";
        // a row that commits by itself would be in doubt, which people settle: see DoubtTest
        boolean holdsDefinitions = kind.holdsDefinitions();
        bench.app("shop")
                .file(
                        "1__test.sql",
                        (holdsDefinitions ? "-- palindrome: transaction=none\n" : "")
                                + "-- forwards\nCREATE TABLE a (id int);\n"
                                + (holdsDefinitions ? "CREATE VIEW v AS SELECT id FROM a" : "INSERT INTO a VALUES (1)")
                                + ";\nCREATE TABLE b (id int);\nCREATE INDEX" + concurrently + " b_id ON b (id);\n"
                                + "ALTER TABLE a ADD COLUMN x int;\n-- backwards\n"
                                + "ALTER TABLE a DROP COLUMN x;\nDROP INDEX" + concurrently + " b_id" + ofIndex
                                + ";\nDROP TABLE b;\n" + (holdsDefinitions ? "DROP VIEW v" : "DELETE FROM a")
                                + ";\nDROP TABLE a;\n");
        return bench;
    }
}
