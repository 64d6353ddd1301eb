package dev.palindrome.domain.plan;

import java.util.List;

/** Lists ids in a message without flooding the screen. */
final class Listing {
    private static final int MOST = 20;

    private Listing() {}

    static String of(String intro, List<String> ids) {
        String shown = String.join(", ", ids.subList(0, Math.min(MOST, ids.size())));
        int more = ids.size() - MOST;
        return intro + ": " + shown + (more > 0 ? ", and " + more + " more ('palindrome check' lists them all)." : ".");
    }
}
