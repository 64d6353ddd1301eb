package dev.palindrome.adapters.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** {@code GET /openapi.json}: the description of all this. */
final class OpenApiResource {
    private final byte[] description;

    OpenApiResource() {
        try (InputStream file = OpenApiResource.class.getResourceAsStream("openapi.json")) {
            if (file == null) {
                throw new IllegalStateException("openapi.json is not in the jar");
            }
            description = file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void show(Context ctx) {
        ctx.contentType("application/json").result(description);
    }
}
