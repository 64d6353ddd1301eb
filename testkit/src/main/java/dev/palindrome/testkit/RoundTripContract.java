package dev.palindrome.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.spi.Operation;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * What becomes of a database when random sequences of typed operations go forwards, backwards and forwards again. A sequence
 * that fails is shrunk and shown as YAML.
 *
 * <p>The system property {@value #SEQUENCES} says how many sequences there are, and {@value #SEED} with which seed they
 * begin; {@code 0} means another one each time.
 */
public abstract class RoundTripContract extends Contract {
    static final int USUAL_SEQUENCES = 100;
    static final String SEQUENCES = "palindrome.sequences";
    private static final String SEED = "palindrome.seed";
    private static final int LENGTH = 14;

    static final int USUAL_KINDS = 20;

    /**
     * For an adapter's test.
     *
     * @param testDatabase what to prove
     */
    protected RoundTripContract(TestDatabase testDatabase) {
        super(testDatabase);
    }

    @Test
    protected void operations_in_any_order_go_forwards_backwards_and_forwards_again() {
        int sequences = testDatabase().sequences();
        long first = Long.getLong(SEED, 1);
        long begin = first == 0 ? System.nanoTime() : first;
        TreeSet<String> kinds = new TreeSet<>();
        for (long seed = begin; seed < begin + sequences; seed++) {
            RoundTrip.Result result = trip(seed);
            if (result.failure().isPresent()) {
                throw new AssertionError(
                        report(seed, result.ran(), result.failure().get()));
            }
            result.ran().forEach(operation -> kinds.add(operation.getClass().getSimpleName()));
        }
        assertThat(kinds)
                .as("kinds of operation that were tried")
                .hasSizeGreaterThanOrEqualTo(testDatabase().kindsOfOperation());
    }

    private RoundTrip.Result trip(long seed) {
        return RoundTrip.of(testDatabase(), new RandomMoves(new Random(seed), testDatabase(), LENGTH));
    }

    private String report(long seed, List<Operation> operations, RoundTrip.Failure failure) {
        Shrinking shrinking = new Shrinking(testDatabase(), failure);
        List<Operation> shrunk = shrinking.shrunk(operations);
        RoundTrip.Failure shown = shrinking.again(shrunk).orElse(failure);
        return "A sequence of " + operations.size() + " operations failed (-D" + SEED + "=" + seed + " -D" + SEQUENCES
                + "=1), and so do these " + shrunk.size() + ":\n\n" + OperationYaml.of(shrunk) + "\nIt failed "
                + shown.stage() + ", at\n\n" + OperationYaml.of(List.of(shown.operation())) + "\n" + shown.details();
    }
}
