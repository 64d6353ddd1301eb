package dev.palindrome.adapters.http.door;

import dev.palindrome.adapters.http.answer.HttpCodes;
import dev.palindrome.adapters.http.answer.HttpFailure;
import dev.palindrome.adapters.http.load.Limits;
import io.javalin.http.Handler;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Lets each caller plan and run only so often, so that a script that has run wild is told so. Reads have no rate: they are
 * limited by how many there are at once.
 */
public final class WriteRate {
    private static final long WINDOW = Duration.ofMinutes(1).toNanos();

    private final long each;
    private final Map<String, Long> full = new HashMap<>();

    public WriteRate(Limits limits) {
        this.each = WINDOW / limits.writesPerMinute();
    }

    /** {@return the handler, unless whoever calls it has done so too often} */
    public Handler limiting(Handler handler) {
        return ctx -> {
            Visit.caller(ctx).ifPresent(caller -> take(caller.name()));
            handler.handle(ctx);
        };
    }

    /** Keeps for each caller until when what was taken counts: each write for its share of the minute, one after another. */
    private synchronized void take(String name) {
        long now = System.nanoTime();
        long counting = Math.max(0, full.getOrDefault(name, now) - now);
        long tooMuch = counting + each - WINDOW;
        if (tooMuch > 0) {
            throw HttpFailure.of(
                            HttpCodes.REQUEST_RATE,
                            "Too many requests of '" + name + "' that plan, run or log out. Try again in a while.")
                    .with("Retry-After", Long.toString(Duration.ofNanos(tooMuch).toSeconds() + 1));
        }
        full.put(name, now + counting + each);
    }
}
