package dev.palindrome.application.torture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.MigrationStatus;
import dev.palindrome.domain.result.Status;
import dev.palindrome.domain.run.RunListener;
import dev.palindrome.spi.Direction;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What is so after every disturbance: the history tells the truth about the schema and the rows, so nothing ran twice, and a runner
 * that said that all is done told it, too; no lock needs a hand; and the next run ends where an undisturbed one would, in either
 * direction.
 */
final class Invariants {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Round round;
    private final Oracle oracle;

    private Invariants(Round round) {
        this.round = round;
        this.oracle = round.oracle();
    }

    /** Looks at what a disturbed run left, goes on from there, and goes back to where it began. */
    static void hold(Round round) {
        Invariants invariants = new Invariants(round);
        try (Connection keptOpen = round.database().connect()) { // some files take their time to be opened
            invariants.historyTellsTheTruth();
            Direction next =
                    round.either() ? round.direction() : round.direction().opposite();
            invariants.nextRunEndsWhereItShould(next);
            invariants.nextRunEndsWhereItShould(next.opposite());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void historyTellsTheTruth() {
        List<String> there = Oracle.look(round.database());
        List<String> history = round.database().history();
        List<MigrationStatus> statuses = round.bench().check(Cargo.APP);

        assertThat(history).describedAs("the history").isEqualTo(migrations(history.size()));
        if (round.wasSaidToBeDone()) {
            assertThat(history)
                    .describedAs("the history, since a runner said that all is done")
                    .hasSize(end(round.direction()));
        }
        assertThat(statuses).extracting(MigrationStatus::hasRan).isEqualTo(flags(history.size()));
        assertThat(possible(history.size(), statuses))
                .describedAs("%s", statuses)
                .contains(there);
    }

    /** {@return what the database may look like if that is so} */
    private List<List<String>> possible(int applied, List<MigrationStatus> statuses) {
        List<Integer> halfDone = new ArrayList<>();
        for (int i = 0; i < statuses.size(); i++) {
            if (statuses.get(i).status() == Status.FAILED) {
                halfDone.add(i);
            }
        }
        if (halfDone.isEmpty()) {
            return List.of(oracle.after(applied));
        }
        assertThat(round.kind().holdsDefinitions()).describedAs("%s", statuses).isFalse();
        int under = round.direction() == Direction.FORWARDS ? applied : applied - 1;
        assertThat(halfDone).describedAs("what is half-done").containsExactly(under);
        return oracle.within(under, round.direction());
    }

    private void nextRunEndsWhereItShould(Direction direction) {
        MigrationResult result = round.run(direction, builder -> builder.lockTimeout(PATIENCE), RunListener.NONE);

        assertThat(result.success())
                .describedAs("%s: %s %s", direction.word(), result.message(), result.problems())
                .isTrue();
        int applied = end(direction);
        Status status = direction == Direction.FORWARDS ? Status.APPLIED : Status.PENDING;
        assertThat(Oracle.look(round.database())).isEqualTo(oracle.after(applied));
        assertThat(round.database().history()).isEqualTo(migrations(applied));
        assertThat(round.bench().check(Cargo.APP))
                .extracting(MigrationStatus::status)
                .isEqualTo(Collections.nCopies(Cargo.migrations(), status));
        assertThat(round.run(direction).steps())
                .describedAs("is there more to do?")
                .isEmpty();
    }

    /** {@return how many migrations there are in the history of who went all the way} */
    private static int end(Direction direction) {
        return direction == Direction.FORWARDS ? Cargo.migrations() : 0;
    }

    private List<String> migrations(int count) {
        return Cargo.on(round.kind()).subList(0, count).stream()
                .map(carried -> Cargo.APP + ":" + carried.id())
                .toList();
    }

    private static List<Boolean> flags(int applied) {
        List<Boolean> flags = new ArrayList<>(Collections.nCopies(applied, true));
        flags.addAll(Collections.nCopies(Cargo.migrations() - applied, false));
        return flags;
    }
}
