package dev.palindrome.adapters.http.door;

import dev.palindrome.adapters.http.answer.HttpCodes;
import dev.palindrome.adapters.http.answer.HttpFailure;
import dev.palindrome.adapters.http.load.Background;
import dev.palindrome.adapters.http.load.Limits;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Makes guessing slow: each failed login from an address is answered later than the one before. No thread waits meanwhile.
 * Nobody asks here who shows a good token: those who guess keep out nobody else at their address.
 */
final class FailedLogins {
    private static final int MOST_ADDRESSES = 10_000;
    private static final int MOST_WAITING = 32;
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

    private final Duration first;
    private final Duration longest;
    private final Background background;
    private final Map<String, Failures> byAddress = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    FailedLogins(Limits limits, Background background) {
        this.first = limits.firstLoginDelay();
        this.longest = limits.longestLoginDelay();
        this.background = background;
    }

    /** Refuses at once a bad token from an address from which too many still wait for their answer. */
    synchronized void requireRoom(String address) {
        Failures failures = byAddress.get(address);
        if (failures != null && failures.waiting >= MOST_WAITING) {
            throw HttpFailure.of(
                            HttpCodes.AUTH_SLOW_DOWN, "Too many failed logins from this address. Try again in a while.")
                    .with("Retry-After", Long.toString(Math.max(1, longest.toSeconds())));
        }
    }

    /** {@return what ends in that answer once the address has waited} */
    CompletableFuture<Void> answerLate(String address, HttpFailure answer) {
        CompletableFuture<Void> late = new CompletableFuture<>();
        Failures failures = failures(address);
        background.after(begin(failures), () -> {
            end(failures);
            late.completeExceptionally(answer);
        });
        return late;
    }

    private synchronized Failures failures(String address) {
        return byAddress.computeIfAbsent(address, a -> new Failures());
    }

    private synchronized Duration begin(Failures failures) {
        long now = System.nanoTime();
        if (failures.count > 0 && now - failures.last > FORGOTTEN_AFTER.toNanos()) {
            failures.count = 0;
        }
        failures.last = now;
        failures.waiting++;
        long factor = 1L << Math.min(failures.count, 20);
        failures.count++;
        long nanos = Math.min(longest.toNanos(), first.toNanos() * factor);
        return Duration.ofNanos(nanos);
    }

    private synchronized void end(Failures failures) {
        failures.waiting--;
    }

    /** What an address has behind it. */
    private static final class Failures {
        private int count;
        private int waiting;
        private long last;
    }
}
