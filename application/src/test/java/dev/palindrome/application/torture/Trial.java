package dev.palindrome.application.torture;

import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.TestPack;
import dev.palindrome.spi.Direction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A scenario in one direction on one kind of database: round by round. */
record Trial(Scenario scenario, Direction direction, DatabaseKind kind) {
    private static final int WEIGHT_OF_PLACES = 8;

    /** {@return all that are possible and whose names have that piece} */
    static List<Trial> all(String only) {
        return Arrays.stream(Scenario.values())
                .flatMap(scenario -> Arrays.stream(DatabaseKind.values())
                        .flatMap(kind ->
                                Stream.of(Direction.values()).map(direction -> new Trial(scenario, direction, kind))))
                .filter(trial -> trial.scenario.whyNotOn(trial.kind).isEmpty())
                .filter(trial -> trial.toString().contains(only))
                .toList();
    }

    /**
     * Runs its rounds.
     *
     * @param part how much of the time is its own
     * @param folder where files may be put
     * @return what there is to say of it
     */
    String run(Extent extent, Duration part, Path folder) {
        long began = System.nanoTime();
        int rounds = 0;
        int cutShort = 0;
        while (extent.goesOn(part, rounds, scenario.fewRounds(), Duration.ofNanos(System.nanoTime() - began))) {
            Round round = survive(extent.seed() + rounds, folder.resolve("round" + rounds));
            cutShort += round.wasCutShort() ? 1 : 0;
            rounds++;
        }
        return "torture: " + this + ": " + rounds + (rounds == 1 ? " round" : " rounds") + " survived"
                + (cutShort > 0 ? ", " + cutShort + " of them after an error" : "") + places(rounds) + " (seed "
                + extent.seed() + ")";
    }

    private String places(int rounds) {
        int places = scenario.disturbance().places();
        return places > 0 ? ", at " + Math.min(rounds, places) + " of " + places + " places" : "";
    }

    /** {@return for how many it counts when the time is shared: where each place is to be disturbed once, for several} */
    int weight() {
        return scenario.disturbance().places() > 0 ? WEIGHT_OF_PLACES : 1;
    }

    private Round survive(long seed, Path folder) {
        try {
            Path own = new TestPack(folder).folder();
            Disturbance disturbance = scenario.disturbance();
            Round round = Round.at(disturbance.fresh(kind, own), kind, direction, seed, own);
            disturbance.disturb(round);
            round.awaitQuiet();
            Invariants.hold(round);
            return round;
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(
                    "torture: " + this + ": not survived. Repeat it with -Dpalindrome.torture.seed=" + seed
                            + " -Dpalindrome.torture.only='" + this + "'",
                    e);
        }
    }

    @Override
    public String toString() {
        return scenario + ", " + direction.word() + ", " + kind.name().toLowerCase(Locale.ROOT);
    }
}
