package dev.palindrome.adapters.http.plan;

import dev.palindrome.adapters.http.answer.HttpCodes;
import dev.palindrome.adapters.http.answer.HttpFailure;
import dev.palindrome.domain.problem.Codes;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.Stakes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The plans that somebody was shown, by their hashes: what leads from an approval back to what was asked for. What is at stake
 * is kept for a short while, since who computes a plan looks at it next, and counting reads whole tables.
 */
public final class Plans {
    static final Duration COUNT_HOLDS = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final Map<String, Remembered> byHash;

    /** Remembers that many; the one that nobody asked for longest goes first. */
    public Plans(int most, InstantSource clock) {
        this.clock = clock;
        byHash = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Remembered> eldest) {
                return size() > most;
            }
        };
    }

    synchronized void remember(String hash, PlanRequest request, Optional<Stakes> atStake) {
        byHash.put(hash, new Remembered(request, atStake, clock.instant()));
    }

    /** {@return what is at stake, if that was counted a moment ago} */
    synchronized Optional<Stakes> counted(String hash) {
        Instant oldest = clock.instant().minus(COUNT_HOLDS);
        return Optional.ofNullable(byHash.get(hash))
                .filter(known -> known.countedOn().isAfter(oldest))
                .flatMap(Remembered::atStake);
    }

    public synchronized PlanRequest find(String hash) {
        Remembered known = byHash.get(hash);
        if (known == null) {
            throw HttpFailure.of(
                    HttpCodes.PLAN_UNKNOWN,
                    "There is no plan '" + hash + "' here: it was never computed, or is forgotten since the server "
                            + "started again. Compute it with POST /api/v1/plans and look at it again.");
        }
        return known.request();
    }

    /** Ends the request unless what would run now is the plan with that hash. */
    public static void requireUnchanged(String hash, MigrationResult plan) {
        requireUnchanged(hash, hash(plan));
    }

    /** Ends the request unless the plan that has the one hash has the other. */
    public static void requireUnchanged(String hash, String now) {
        if (!now.equals(hash)) {
            throw HttpFailure.of(
                    Codes.PLAN_CHANGED,
                    "What would run now is not the plan '" + hash + "' but '" + now
                            + "': the history or the migrations have changed since. "
                            + "Compute it with POST /api/v1/plans and look at it again.");
        }
    }

    /** {@return the hash of a plan that was computed; ends the request if there is none} */
    static String hash(MigrationResult plan) {
        return plan.planHash().orElseThrow(() -> HttpFailure.of(plan.problems()));
    }

    private record Remembered(PlanRequest request, Optional<Stakes> atStake, Instant countedOn) {}
}
