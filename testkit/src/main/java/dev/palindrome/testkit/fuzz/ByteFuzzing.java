package dev.palindrome.testkit.fuzz;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Feeds a reader with mutilated inputs for some seconds. Called by tests. {@code -Dpalindrome.fuzz.seconds} says how many
 * (2 unless told), {@code -Dpalindrome.fuzz.seed} with which input to begin (0 for another one each time): each failure names
 * the seed that brings it at once, and the smallest input found that fails in the same way.
 */
public final class ByteFuzzing {
    private static final int USUAL_INPUTS = 2_000;

    /** Far more than any input takes, on a machine that does other things too. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Mutations mutations;
    private final Reader reader;
    private volatile @Nullable Attempt current;

    private ByteFuzzing(Mutations mutations, Reader reader) {
        this.mutations = mutations;
        this.reader = reader;
    }

    /** What is fuzzed. It throws when it misbehaves, and does nothing when it reads or properly refuses its input. */
    @FunctionalInterface
    public interface Reader {
        /**
         * Reads one input.
         *
         * @param input any bytes, never changed
         * @throws Exception if that went wrong
         */
        void read(byte[] input) throws Exception;
    }

    /**
     * Fuzzes a reader.
     *
     * @param corpus good inputs, of which others are made
     * @param words what means something to the reader, to be strewn in
     * @param reader what is fuzzed
     * @return how many inputs it got
     * @throws AssertionError if an input makes it throw, or takes it more than twenty seconds
     */
    public static int run(List<byte[]> corpus, List<String> words, Reader reader) {
        return new ByteFuzzing(new Mutations(corpus, words), reader).watched();
    }

    private int watched() {
        FutureTask<Integer> work = new FutureTask<>(this::work);
        Thread worker = new Thread(work, "fuzzing");
        worker.setDaemon(true);
        worker.start();
        while (true) {
            try {
                return work.get(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                Attempt attempt = current;
                if (attempt != null && attempt.isOverdue()) {
                    throw new AssertionError(attempt.text() + "\nwas still being read after " + LONGEST.toSeconds()
                            + " s, at\n  " + stack(worker));
                }
            } catch (ExecutionException e) {
                if (e.getCause() instanceof AssertionError failure) {
                    throw failure;
                }
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private int work() {
        long seed = FirstSeed.chosen();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Integer.getInteger("palindrome.fuzz.seconds", 2));
        // without a time, the same inputs on every machine that is not too slow for them
        int most = Integer.getInteger("palindrome.fuzz.seconds") == null ? USUAL_INPUTS : Integer.MAX_VALUE;
        int inputs = 0;
        do {
            byte[] input = mutations.input(new Random(seed));
            current = new Attempt(seed, input, System.nanoTime());
            Throwable failure = failure(input);
            if (failure != null) {
                current = null;
                byte[] smallest = new SmallestInput(tried -> isAlike(failure, failure(tried))).of(input);
                throw new AssertionError(new Attempt(seed, smallest, 0).text() + "\nfails: " + failure, failure);
            }
            seed++;
            inputs++;
        } while (System.nanoTime() < end && inputs < most);
        return inputs;
    }

    /** A fence: a stack that overflows is a finding like any other. */
    private @Nullable Throwable failure(byte[] input) {
        try {
            reader.read(input.clone());
            return null;
        } catch (Throwable e) {
            return e;
        }
    }

    private static boolean isAlike(Throwable failure, @Nullable Throwable other) {
        return other != null && other.getClass() == failure.getClass();
    }

    private static String stack(Thread worker) {
        return String.join(
                "\n  ",
                Arrays.stream(worker.getStackTrace())
                        .limit(30)
                        .map(StackTraceElement::toString)
                        .toList());
    }

    @SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
    private record Attempt(long seed, byte[] input, long begun) {
        boolean isOverdue() {
            return System.nanoTime() - begun > LONGEST.toNanos();
        }

        String text() {
            return "With -D" + FirstSeed.PROPERTY + "=" + seed + " the input of " + input.length + " bytes\n  "
                    + InputText.of(input);
        }
    }
}
