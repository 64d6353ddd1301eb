package dev.palindrome.adapters.cli;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Waits for what will be printed soon, as a user does, and no longer than needed. */
public final class Poll {
    private static final Duration AT_MOST = Duration.ofMinutes(1);

    private Poll() {}

    /** {@return the first place where the pattern is found; fails when nobody prints any more, or after a minute} */
    public static MatchResult match(Pattern pattern, BooleanSupplier goesOn, Callable<String> printed)
            throws Exception {
        long deadline = System.nanoTime() + AT_MOST.toNanos();
        while (true) {
            boolean mayComeLater = goesOn.getAsBoolean() && System.nanoTime() < deadline;
            String text = printed.call();
            Matcher found = pattern.matcher(text);
            if (found.find()) {
                return found.toMatchResult();
            }
            if (!mayComeLater) {
                throw new AssertionError("Nothing like '" + pattern + "' was printed: " + text);
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }
}
