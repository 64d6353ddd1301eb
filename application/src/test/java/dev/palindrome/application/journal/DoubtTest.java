package dev.palindrome.application.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.Workbench;
import dev.palindrome.application.runners.RunnerProcess;
import dev.palindrome.domain.BackwardsRequest;
import dev.palindrome.domain.ForwardsRequest;
import dev.palindrome.domain.plan.Step;
import dev.palindrome.domain.plan.Verdict;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.Status;
import dev.palindrome.domain.run.RunListener;
import dev.palindrome.domain.run.Terms;
import dev.palindrome.spi.Direction;
import dev.palindrome.spi.Instruction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A runner dies at a statement of which the catalogue shows nothing: nobody guesses, and people settle it. */
@DisplayName("Promise 15: what only people can know")
class DoubtTest {
    private static final Terms AGREED = Terms.ASK.withAutoAgree(true);

    @TempDir
    private Path folder;

    static List<Death> deaths() {
        return Arrays.stream(DatabaseKind.values())
                .flatMap(kind -> Stream.of(Direction.values())
                        .flatMap(heading -> Stream.of(Verdict.DONE, Verdict.UNDONE)
                                .map(verdict -> new Death(kind, heading, verdict))))
                .toList();
    }

    /** What had run does not run again, and what had not run does. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("deaths")
    void nobody_goes_on_until_people_have_said_whether_the_statement_ran(Death death) {
        Workbench bench = bench(death);
        kill(death, launch(bench));

        assertThat(bench.check("shop").get(0).status()).isEqualTo(Status.FAILED);
        assertInDoubt(bench.forwards("shop", "all"), death.heading());
        assertInDoubt(bench.backwards("shop", "all"), death.heading());
        assertInDoubt(bench.with(engine -> engine.repair("shop", Optional.empty(), AGREED)), death.heading());
        assertThat(settle(bench, death.truth()).success()).isTrue();

        goAllTheWay(bench, death.heading());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("deaths")
    void once_settled_it_can_be_turned_round_too(Death death) {
        Workbench bench = bench(death);
        assertThatThrownBy(() -> bench.with(engine -> death.heading() == Direction.FORWARDS
                        ? engine.forwards(ForwardsRequest.of("shop"), death)
                        : engine.backwards(BackwardsRequest.of("shop").autoAgree(true), death)))
                .isInstanceOf(Killed.class);
        assertThat(settle(bench, death.truth()).success()).isTrue();

        goAllTheWay(bench, death.heading().opposite());
    }

    @Test
    void a_procedure_may_have_done_anything() {
        Workbench bench = Workbench.on(DatabaseKind.MARIADB, folder);
        bench.app("shop")
                .migration(
                        "1",
                        "CREATE TABLE a (id int);\nCREATE PROCEDURE fill() INSERT INTO a VALUES (7);\nCALL fill();",
                        "DROP PROCEDURE fill;\nDROP TABLE a;");
        kill(launch(bench).pausingAt(3), "event 3 ");

        assertInDoubt(bench.forwards("shop", "all"), Direction.FORWARDS);

        assertThat(settle(bench, Verdict.UNDONE).success()).isTrue();
        assertThat(bench.forwards("shop", "all").success()).isTrue();
        assertThat(bench.database().rows("SELECT id FROM a")).containsExactly("7");
    }

    /** {@code ran} is up by one for each time that the statement in the middle went forwards, and down for each time back. */
    private static void goAllTheWay(Workbench bench, Direction direction) {
        MigrationResult result =
                direction == Direction.FORWARDS ? bench.forwards("shop", "all") : bench.backwards("shop", "all");

        assertThat(result.success())
                .describedAs("%s %s", result.message(), result.problems())
                .isTrue();
        boolean isThere = direction == Direction.FORWARDS;
        assertThat(bench.database().tables()).isEqualTo(isThere ? List.of("a", "b", "ran") : List.of("ran"));
        assertThat(bench.database().rows("SELECT times FROM ran")).containsExactly(isThere ? "1" : "0");
        assertThat(bench.check("shop").get(0).status()).isEqualTo(isThere ? Status.APPLIED : Status.PENDING);
    }

    private static MigrationResult settle(Workbench bench, Verdict verdict) {
        return bench.with(engine -> engine.repair("shop", Optional.of(verdict), AGREED));
    }

    private static void assertInDoubt(MigrationResult result, Direction heading) {
        assertThat(result.success()).isFalse();
        assertThat(result.problems())
                .anySatisfy(problem -> assertThat(problem.toString())
                        .contains(
                                "journal/in-doubt",
                                "'shop:1' is half-done: going " + heading.word(),
                                "repair shop --settle"));
    }

    private Workbench bench(Death death) {
        Workbench bench = Workbench.on(death.kind(), folder);
        bench.database().run("CREATE TABLE ran (times int)", "INSERT INTO ran VALUES (0)");
        bench.app("shop").file("1__none.sql", """
                    -- palindrome: transaction=none
                    -- forwards
                    CREATE TABLE a (id int);
                    UPDATE ran SET times = times + 1;
                    CREATE TABLE b (id int);
                    -- backwards
                    DROP TABLE b;
                    UPDATE ran SET times = times - 1;
                    DROP TABLE a;
                    """);
        if (death.heading() == Direction.BACKWARDS) {
            assertThat(bench.forwards("shop", "all").success()).isTrue();
        }
        return bench;
    }

    private static void kill(Death death, RunnerProcess.Launch launch) {
        RunnerProcess.Launch directed = death.heading() == Direction.FORWARDS ? launch : launch.backwards();
        if (death.truth() == Verdict.DONE) {
            kill(directed.pausingBehind(2), "behind 2");
        } else {
            kill(directed.pausingAt(2), "event 2 ");
        }
    }

    private static RunnerProcess.Launch launch(Workbench bench) {
        return RunnerProcess.of(
                bench.database().url(), "shop", bench.app("shop").folder());
    }

    private static void kill(RunnerProcess.Launch launch, String line) {
        try (RunnerProcess runner = launch.start()) {
            runner.await("ready");
            runner.go();
            runner.await(line);
            runner.kill();
        }
    }

    /**
     * A runner dies just before the statement in the middle is sent, or just behind it. As a listener it does so in this process,
     * which leaves the same behind.
     *
     * @param heading which way it was going
     * @param truth whether the statement had run
     */
    record Death(DatabaseKind kind, Direction heading, Verdict truth) implements RunListener {
        @Override
        public void statementStarted(Step step, Instruction instruction, int number, int total) {
            if (number == 2 && truth == Verdict.UNDONE) {
                throw new Killed();
            }
        }

        @Override
        public void statementDone(Step step, Instruction instruction, int number, int total, Duration duration) {
            if (number == 2 && truth == Verdict.DONE) {
                throw new Killed();
            }
        }

        @Override
        public String toString() {
            return kind + ", " + heading.word() + ", " + truth.word();
        }
    }

    /** Nothing of the engine's catches it. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }
}
