package dev.palindrome.adapters.http.answer;

import dev.palindrome.spi.Problem.Code;
import dev.palindrome.spi.Problem.Kind;
import java.util.Map;

/** The one table from what went wrong to an HTTP status. */
final class Statuses {
    private static final Map<Kind, Integer> BY_KIND = Map.of(
            Kind.INPUT, 400,
            Kind.UNKNOWN, 404,
            Kind.CONFLICT, 409,
            Kind.REFUSED, 422,
            Kind.ENVIRONMENT, 503,
            Kind.INTERNAL, 500);

    /** Where HTTP has a word of its own for what is wrong with a request. */
    private static final Map<Code, Integer> EXACT = Map.ofEntries(
            Map.entry(HttpCodes.AUTH_TOKEN, 401),
            Map.entry(HttpCodes.AUTH_ROLE, 403),
            Map.entry(HttpCodes.AUTH_HOST, 403),
            Map.entry(HttpCodes.AUTH_ORIGIN, 403),
            Map.entry(HttpCodes.AUTH_CSRF, 403),
            Map.entry(HttpCodes.REQUEST_METHOD, 405),
            Map.entry(HttpCodes.REQUEST_TIMEOUT, 408),
            Map.entry(HttpCodes.REQUEST_TOO_LARGE, 413),
            Map.entry(HttpCodes.REQUEST_MEDIA_TYPE, 415),
            Map.entry(HttpCodes.REQUEST_RATE, 429),
            Map.entry(HttpCodes.AUTH_SLOW_DOWN, 429),
            Map.entry(HttpCodes.REQUEST_HEADERS, 431));

    private Statuses() {}

    static int of(Kind kind) {
        return BY_KIND.getOrDefault(kind, 500);
    }

    static int of(Code code) {
        return EXACT.getOrDefault(code, of(code.kind()));
    }
}
