package dev.palindrome.adapters.http;

import io.javalin.http.Context;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Reads what a request carries: JSON, not too large, not too slowly. */
final class Body {
    private static final String JSON = "application/json";
    private static final Duration DISCARDING = Duration.ofMillis(500);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    private Body() {}

    /** {@return the body; empty if there is none} */
    static byte[] read(Context ctx, Limits limits) throws IOException {
        long announced = ctx.req().getContentLengthLong();
        ServletInputStream in = ctx.req().getInputStream();
        if (announced > limits.bodyBytes()) {
            throw tooLarge(in, Math.min(announced, 2L * limits.bodyBytes()), limits);
        }
        byte[] body = read(in, limits);
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

    private static byte[] read(ServletInputStream in, Limits limits) throws IOException {
        try {
            return readAll(in, limits);
        } catch (IOException e) {
            if (e.getCause() instanceof TimeoutException) {
                throw tooSlow();
            }
            throw e;
        }
    }

    private static byte[] readAll(ServletInputStream in, Limits limits) throws IOException {
        long deadline = System.nanoTime() + limits.bodyTime().toNanos();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] chunk = new byte[8192];
        for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
            body.write(chunk, 0, n);
            if (body.size() > limits.bodyBytes()) {
                throw tooLarge(in, limits.bodyBytes(), limits);
            }
            if (System.nanoTime() - deadline > 0) {
                throw tooSlow();
            }
        }
        return body.toByteArray();
    }

    /** Who is still sending when his connection is closed may lose the answer: what comes is read away, for a moment. */
    private static void discard(ServletInputStream in, long most) throws IOException {
        long deadline = System.nanoTime() + DISCARDING.toNanos();
        byte[] chunk = new byte[8192];
        long discarded = 0;
        while (discarded < most && !in.isFinished() && System.nanoTime() - deadline < 0) {
            if (in.available() > 0) {
                discarded += Math.max(0, in.read(chunk));
            } else {
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
        }
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

    private static HttpFailure tooLarge(ServletInputStream in, long rest, Limits limits) throws IOException {
        discard(in, rest);
        return HttpFailure.of(
                        HttpCodes.REQUEST_TOO_LARGE,
                        "The request's body is larger than " + limits.bodyBytes() + " bytes.")
                .with("Connection", "close");
    }
}
