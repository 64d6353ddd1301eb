package dev.palindrome.application.torture;

import java.time.Duration;

/**
 * How long to torture, and with which chances. In Maven: {@code -Dpalindrome.torture.minutes} and so on.
 *
 * @param whole the time for all trials together; zero for a few rounds of each
 * @param seed the first round's, which the next ones count on from
 * @param only a piece of the names of those trials that are wanted; empty for all
 */
record Extent(Duration whole, long seed, String only) {
    private static final String PREFIX = "palindrome.torture.";

    /** {@return what the system properties say; a seed of 0 is any} */
    static Extent configured() {
        long seed = Long.parseLong(System.getProperty(PREFIX + "seed", "1"));
        return new Extent(
                Duration.ofMinutes(Long.parseLong(System.getProperty(PREFIX + "minutes", "0"))),
                seed == 0 ? System.currentTimeMillis() % 1_000_000_000 : seed,
                System.getProperty(PREFIX + "only", ""));
    }

    /** {@return the time that a trial of that weight has, of all weights together} */
    Duration part(int weight, int all) {
        return whole.multipliedBy(weight).dividedBy(all);
    }

    /** {@return whether a trial with that part of the time goes on, which has made so many rounds since then} */
    boolean goesOn(Duration part, int rounds, int fewRounds, Duration since) {
        return whole.isZero() ? rounds < fewRounds : rounds == 0 || since.compareTo(part) < 0;
    }
}
