package dev.palindrome.adapters.http;

import java.util.Map;
import java.util.function.BiConsumer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/** Headers of every answer: nothing may be loaded, framed, guessed or kept. */
final class StrictHeaders implements HttpConfiguration.Customizer {
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Cache-Control", "no-store");

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        put(responseHeaders::put);
        return request;
    }

    static void put(BiConsumer<String, String> answer) {
        HEADERS.forEach(answer);
    }
}
