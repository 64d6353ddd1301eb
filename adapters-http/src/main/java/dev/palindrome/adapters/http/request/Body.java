package dev.palindrome.adapters.http.request;

import dev.palindrome.adapters.http.answer.HttpCodes;
import dev.palindrome.adapters.http.answer.HttpFailure;
import io.javalin.http.Context;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a request carries, once {@link Bodies} has it: JSON, or nothing. */
public final class Body {
    private static final String JSON = "application/json";
    private static final String ATTRIBUTE = "dev.palindrome.body";

    private Body() {}

    static void put(Context ctx, byte[] body) {
        ctx.attribute(ATTRIBUTE, body);
    }

    /** {@return the body; empty if there is none} */
    public static byte[] of(Context ctx) {
        byte[] body = Objects.requireNonNull(ctx.<byte[]>attribute(ATTRIBUTE), "Nobody waited for the body");
        if (body.length > 0) {
            requireJson(ctx.header("Content-Type"));
        }
        return body;
    }

    /** {@return the body, which has to be there} */
    public static byte[] require(Context ctx) {
        requireJson(ctx.header("Content-Type"));
        return of(ctx);
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
}
