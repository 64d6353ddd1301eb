package dev.palindrome.adapters.http.door;

import dev.palindrome.adapters.http.answer.HttpCodes;
import dev.palindrome.adapters.http.answer.HttpFailure;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Tells the requests that a web page of somebody else's made a browser send. */
final class CrossSite {
    private CrossSite() {}

    static boolean isWrite(Context ctx) {
        return !ctx.method().equals(HandlerType.GET) && !ctx.method().equals(HandlerType.HEAD);
    }

    /** Ends a request that would change something and comes from another origin. */
    static void requireOwn(Context ctx) {
        if (isWrite(ctx) && isForeign(ctx)) {
            throw HttpFailure.of(
                    HttpCodes.AUTH_ORIGIN,
                    "The request comes from a web page of another origin, which may change nothing here.");
        }
    }

    /** Sec-Fetch-Site is the browser's own word, and no page can set it; older browsers and programs don't send it. */
    private static boolean isForeign(Context ctx) {
        String site = ctx.header("Sec-Fetch-Site");
        return site == null
                ? isForeign(ctx.header("Origin"), ctx.header("Host"))
                : !site.equals("same-origin") && !site.equals("none");
    }

    private static boolean isForeign(@Nullable String origin, @Nullable String host) {
        if (origin == null) {
            return false;
        }
        try {
            return host == null || !host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return true;
        }
    }
}
