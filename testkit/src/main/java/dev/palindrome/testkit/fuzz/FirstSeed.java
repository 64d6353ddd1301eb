package dev.palindrome.testkit.fuzz;

/** With which random input fuzzing begins. */
final class FirstSeed {
    static final String PROPERTY = "palindrome.fuzz.seed";

    private FirstSeed() {}

    /** {@return the seed that was asked for, 1 if none was; another one each time if that is 0} */
    static long chosen() {
        long seed = Long.getLong(PROPERTY, 1);
        return seed == 0 ? System.nanoTime() : seed;
    }
}
