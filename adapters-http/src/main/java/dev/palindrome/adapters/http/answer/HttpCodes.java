package dev.palindrome.adapters.http.answer;

import dev.palindrome.spi.Problem.Code;
import dev.palindrome.spi.Problem.Kind;

/** The codes of problems with requests, and with the server itself. */
public final class HttpCodes {
    public static final Code REQUEST_MALFORMED = new Code("request/malformed", Kind.INPUT);
    public static final Code REQUEST_JSON = new Code("request/json", Kind.INPUT);
    public static final Code REQUEST_PROPERTY = new Code("request/property", Kind.INPUT);
    public static final Code REQUEST_PARAMETER = new Code("request/parameter", Kind.INPUT);
    public static final Code REQUEST_PATH = new Code("request/path", Kind.UNKNOWN);
    public static final Code REQUEST_METHOD = new Code("request/method", Kind.INPUT);
    public static final Code REQUEST_TIMEOUT = new Code("request/timeout", Kind.INPUT);
    public static final Code REQUEST_TOO_LARGE = new Code("request/too-large", Kind.INPUT);
    public static final Code REQUEST_MEDIA_TYPE = new Code("request/media-type", Kind.INPUT);
    public static final Code REQUEST_HEADERS = new Code("request/headers", Kind.INPUT);
    public static final Code REQUEST_RATE = new Code("request/rate", Kind.INPUT);
    public static final Code AUTH_TOKEN = new Code("auth/token", Kind.INPUT);
    public static final Code AUTH_SLOW_DOWN = new Code("auth/slow-down", Kind.INPUT);
    public static final Code AUTH_ROLE = new Code("auth/role", Kind.REFUSED);
    public static final Code AUTH_HOST = new Code("auth/host", Kind.REFUSED);
    public static final Code AUTH_ORIGIN = new Code("auth/origin", Kind.REFUSED);
    public static final Code AUTH_CSRF = new Code("auth/csrf", Kind.REFUSED);
    public static final Code SESSION_NEEDLESS = new Code("session/needless", Kind.CONFLICT);
    public static final Code PLAN_UNKNOWN = new Code("plan/unknown", Kind.UNKNOWN);
    public static final Code RUN_UNKNOWN = new Code("run/unknown", Kind.UNKNOWN);
    public static final Code RUN_CANCELLED = new Code("run/cancelled", Kind.ENVIRONMENT);
    public static final Code SERVER_NO_TOKENS = new Code("server/no-tokens", Kind.INPUT);
    public static final Code SERVER_TOKEN = new Code("server/token", Kind.INPUT);
    public static final Code SERVER_ADDRESS = new Code("server/address", Kind.INPUT);
    public static final Code SERVER_PORT = new Code("server/port", Kind.ENVIRONMENT);
    public static final Code SERVER_BUSY = new Code("server/busy", Kind.ENVIRONMENT);
    public static final Code SERVER_CLOSING = new Code("server/closing", Kind.ENVIRONMENT);

    private HttpCodes() {}
}
