package dev.palindrome.adapters.http.plan;

import dev.palindrome.adapters.http.answer.HttpCodes;
import dev.palindrome.adapters.http.answer.HttpFailure;
import dev.palindrome.domain.problem.Codes;
import dev.palindrome.domain.result.MigrationResult;
import java.util.LinkedHashMap;
import java.util.Map;

/** The plans that somebody was shown, by their hashes: what leads from an approval back to what was asked for. */
public final class Plans {
    private final Map<String, PlanRequest> byHash;

    /** Remembers that many; the one that nobody asked for longest goes first. */
    public Plans(int most) {
        byHash = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, PlanRequest> eldest) {
                return size() > most;
            }
        };
    }

    synchronized void remember(String hash, PlanRequest request) {
        byHash.put(hash, request);
    }

    public synchronized PlanRequest find(String hash) {
        PlanRequest request = byHash.get(hash);
        if (request == null) {
            throw HttpFailure.of(
                    HttpCodes.PLAN_UNKNOWN,
                    "There is no plan '" + hash + "' here: it was never computed, or is forgotten since the server "
                            + "started again. Compute it with POST /api/v1/plans and look at it again.");
        }
        return request;
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
}
