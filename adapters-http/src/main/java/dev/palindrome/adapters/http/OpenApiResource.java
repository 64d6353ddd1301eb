package dev.palindrome.adapters.http;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.palindrome.adapters.http.door.SessionCookie;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** {@code GET /openapi.json}: the description of all this, as it is where it is asked for. */
final class OpenApiResource {
    private static final String ROOT = "\"servers\": [{\"url\": \"/\"}]";
    private static final String COOKIE = "\"name\": \"palindrome_session\"";

    private final String description;

    OpenApiResource() {
        try (InputStream file = OpenApiResource.class.getResourceAsStream("openapi.json")) {
            if (file == null) {
                throw new IllegalStateException("openapi.json is not in the jar");
            }
            description = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void show(Context ctx) {
        String mount = ctx.contextPath();
        ctx.contentType("application/json")
                .result(description
                        .replace(ROOT, ROOT.replace("/", mount.isEmpty() ? "/" : quoted(mount)))
                        .replace(COOKIE, COOKIE.replace("palindrome_session", SessionCookie.name(ctx))));
    }

    private static String quoted(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(text));
    }
}
