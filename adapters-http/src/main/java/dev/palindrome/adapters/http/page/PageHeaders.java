package dev.palindrome.adapters.http.page;

import io.javalin.http.Context;
import java.util.Map;

/** Headers of the page beside those of every answer: it runs its own scripts and talks to its own server, and nothing else. */
final class PageHeaders {
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            String.join(
                    "; ",
                    "default-src 'none'",
                    "script-src 'self'",
                    "style-src 'self'",
                    "img-src 'self' data:",
                    "connect-src 'self'",
                    "frame-ancestors 'none'",
                    "base-uri 'none'",
                    "form-action 'self'"),
            "Permissions-Policy",
            "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()",
            "Cross-Origin-Opener-Policy",
            "same-origin");

    private PageHeaders() {}

    static void put(Context ctx) {
        HEADERS.forEach(ctx::header);
    }
}
