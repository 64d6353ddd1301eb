package dev.palindrome.application.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.TestPack;
import dev.palindrome.application.databases.Workbench;
import dev.palindrome.application.runners.RunnerProcess;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.Status;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A migration of typed operations, whose reversals are derived from the live schema, is killed behind each of its statements on
 * MariaDB. What a dropped column was like, only the journal knows then.
 */
@DisplayName("Promise 15: operations that stopped half-way")
class HalfDoneOperationsKillTest {
    private static final int STATEMENTS = 5;

    @TempDir
    private Path folder;

    @Test
    void forwards_goes_on() {
        for (int statement = 1; statement <= STATEMENTS; statement++) {
            Workbench bench = killed("forwards", statement, "on");

            go(bench, "forwards");

            assertThat(bench.check("shop").get(1).status()).isEqualTo(Status.APPLIED);
            go(bench, "backwards");
            assertThat(bench.database().catalogue()).isEqualTo(before);
        }
    }

    @Test
    void forwards_is_taken_back() {
        for (int statement = 1; statement <= STATEMENTS; statement++) {
            Workbench bench = killed("forwards", statement, "back");

            go(bench, "backwards");

            assertThat(bench.database().catalogue())
                    .describedAs("%s", statement)
                    .isEqualTo(before);
            assertThat(bench.check("shop").get(1).status()).isEqualTo(Status.PENDING);
        }
    }

    @Test
    void backwards_goes_on() {
        for (int statement = 1; statement <= STATEMENTS; statement++) {
            Workbench bench = killed("backwards", statement, "on");

            go(bench, "backwards");

            assertThat(bench.database().catalogue())
                    .describedAs("%s", statement)
                    .isEqualTo(before);
        }
    }

    @Test
    void backwards_goes_forwards_again() {
        for (int statement = 1; statement <= STATEMENTS; statement++) {
            Workbench bench = killed("backwards", statement, "again");

            go(bench, "forwards");

            assertThat(bench.database().catalogue())
                    .describedAs("%s", statement)
                    .isEqualTo(after);
            assertThat(bench.check("shop").get(1).status()).isEqualTo(Status.APPLIED);
            go(bench, "backwards");
            assertThat(bench.database().catalogue())
                    .describedAs("%s", statement)
                    .isEqualTo(before);
        }
    }

    private List<String> before = List.of();
    private List<String> after = List.of();

    private static void go(Workbench bench, String direction) {
        MigrationResult result =
                bench.with(engine -> direction.equals("forwards") ? engine.forwards("shop") : engine.backwards("shop"));
        assertThat(result.success())
                .describedAs(result.message() + result.problems())
                .isTrue();
    }

    private Workbench killed(String direction, int statement, String then) {
        Workbench bench =
                Workbench.on(DatabaseKind.MARIADB, new TestPack(folder.resolve(direction + statement + then)).folder());
        TestPack shop = bench.app("shop")
                .migration(
                        "1",
                        "CREATE TABLE item (id int PRIMARY KEY, nick varchar(30) NOT NULL DEFAULT 'anon', size int);\n"
                                + "CREATE INDEX item_size ON item (size);",
                        "DROP TABLE item;");
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        before = bench.database().catalogue();
        shop.file("2__operations.yaml", """
                id: "2"
                operations:
                  - createTable:
                      table: brand
                      columns:
                        - {name: id, type: bigint, primaryKey: true}
                        - {name: name, type: varchar(40), nullable: false}
                  - dropColumn: {table: item, column: nick}
                  - addColumn: {table: item, column: {name: weight, type: integer}}
                  - changeColumn: {table: item, column: size, type: bigint}
                  - renameTable: {table: item, to: article}
                """);
        RunnerProcess.Launch launch = RunnerProcess.of(bench.database().url(), "shop", shop.folder());
        boolean isForwards = direction.equals("forwards");
        if (!isForwards) {
            assertThat(bench.forwards("shop", "all").success()).isTrue();
            after = bench.database().catalogue();
        }
        try (RunnerProcess runner = (isForwards ? launch : launch.backwards())
                .pausingBehind(statement)
                .start()) {
            runner.await("ready");
            runner.go();
            runner.await("behind " + statement);
            runner.kill();
        }
        assertThat(bench.check("shop").get(1).status()).isEqualTo(Status.FAILED);
        return bench;
    }
}
