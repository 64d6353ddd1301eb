package dev.palindrome.adapters.http;

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
    private static final Map<Code, Integer> EXACT = Map.of(
            HttpCodes.AUTH_TOKEN, 401,
            HttpCodes.AUTH_ROLE, 403,
            HttpCodes.AUTH_HOST, 403,
            HttpCodes.AUTH_ORIGIN, 403,
            HttpCodes.REQUEST_METHOD, 405,
            HttpCodes.REQUEST_TIMEOUT, 408,
            HttpCodes.REQUEST_TOO_LARGE, 413,
            HttpCodes.REQUEST_MEDIA_TYPE, 415,
            HttpCodes.AUTH_SLOW_DOWN, 429,
            HttpCodes.REQUEST_HEADERS, 431);

    private Statuses() {}

    static int of(Kind kind) {
        return BY_KIND.getOrDefault(kind, 500);
    }

    static int of(Code code) {
        return EXACT.getOrDefault(code, of(code.kind()));
    }
}
