package dev.palindrome.adapters.http;

import java.util.LinkedHashMap;
import java.util.Map;

/** The plans that somebody was shown, by their hashes: what leads from an approval back to what was asked for. */
final class Plans {
    private final Map<String, PlanRequest> byHash;

    /** Remembers that many; the one that nobody asked for longest goes first. */
    Plans(int most) {
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

    synchronized PlanRequest find(String hash) {
        PlanRequest request = byHash.get(hash);
        if (request == null) {
            throw HttpFailure.of(
                    HttpCodes.PLAN_UNKNOWN,
                    "There is no plan '" + hash + "' here: it was never computed, or is forgotten since the server "
                            + "started again. Compute it with POST /api/v1/plans and look at it again.");
        }
        return request;
    }
}
