package dev.palindrome.adapters.http;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Reads what a request carries: JSON, not too large, not too slowly. */
final class Body {
    private static final String JSON = "application/json";

    private Body() {}

    /** {@return the body; empty if there is none} */
    static byte[] read(Context ctx, Limits limits) throws IOException {
        long announced = ctx.req().getContentLengthLong();
        if (announced > limits.bodyBytes()) {
            throw tooLarge(limits);
        }
        byte[] body = read(ctx.req().getInputStream(), limits);
        if (body.length > 0) {
            requireJson(ctx.header("Content-Type"));
        }
        return body;
    }

    /** {@return the body, which has to be there} */
    static byte[] require(Context ctx, Limits limits) throws IOException {
        requireJson(ctx.header("Content-Type"));
        return read(ctx, limits);
    }

    private static byte[] read(InputStream in, Limits limits) throws IOException {
        try {
            return readAll(in, limits);
        } catch (IOException e) {
            if (e.getCause() instanceof TimeoutException) {
                throw tooSlow();
            }
            throw e;
        }
    }

    private static byte[] readAll(InputStream in, Limits limits) throws IOException {
        long deadline = System.nanoTime() + limits.bodyTime().toNanos();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] chunk = new byte[8192];
        for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
            body.write(chunk, 0, n);
            if (body.size() > limits.bodyBytes()) {
                throw tooLarge(limits);
            }
            if (System.nanoTime() - deadline > 0) {
                throw tooSlow();
            }
        }
        return body.toByteArray();
    }

    private static void requireJson(@Nullable String contentType) {
        String[] parts = (contentType == null ? "" : contentType)
                .toLowerCase(Locale.ROOT)
                .split(";", 2);
        String parameter = parts.length == 1 ? "" : parts[1].strip().replace("\"", "");
        if (!parts[0].strip().equals(JSON) || !(parameter.isEmpty() || parameter.equals("charset=utf-8"))) {
            throw HttpFailure.of(
                            HttpCodes.REQUEST_MEDIA_TYPE,
                            "The body of a request is JSON in UTF-8. Send it with 'Content-Type: application/json'.")
                    .with("Accept", JSON);
        }
    }

    private static HttpFailure tooSlow() {
        return HttpFailure.of(HttpCodes.REQUEST_TIMEOUT, "The request's body took too long to arrive.")
                .with("Connection", "close");
    }

    private static HttpFailure tooLarge(Limits limits) {
        return HttpFailure.of(
                        HttpCodes.REQUEST_TOO_LARGE,
                        "The request's body is larger than " + limits.bodyBytes() + " bytes.")
                .with("Connection", "close");
    }
}
