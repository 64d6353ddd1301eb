package dev.palindrome.testkit.fuzz;

import java.time.Duration;
import java.util.function.Predicate;

/** Makes a failing input as short as it can be while it fails in the same way, for some seconds at most. */
final class SmallestInput {
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Predicate<byte[]> fails;
    private final long end = System.nanoTime() + LONGEST.toNanos();

    SmallestInput(Predicate<byte[]> fails) {
        this.fails = fails;
    }

    /** Leaves out half of it at once, then a quarter, down to single bytes; and again as long as that helps. */
    byte[] of(byte[] input) {
        byte[] smallest = input;
        int before;
        do {
            before = smallest.length;
            for (int size = Math.max(1, before / 2); size > 0; size /= 2) {
                smallest = withoutPieces(smallest, size);
            }
        } while (smallest.length < before && System.nanoTime() < end);
        return smallest;
    }

    private byte[] withoutPieces(byte[] input, int size) {
        byte[] smallest = input;
        for (int from = smallest.length - size; from >= 0 && System.nanoTime() < end; from -= size) {
            byte[] smaller = without(smallest, from, Math.min(from + size, smallest.length));
            if (fails.test(smaller)) {
                smallest = smaller;
            }
        }
        return smallest;
    }

    private static byte[] without(byte[] input, int from, int to) {
        byte[] rest = new byte[input.length - (to - from)];
        System.arraycopy(input, 0, rest, 0, from);
        System.arraycopy(input, to, rest, from, input.length - to);
        return rest;
    }
}
