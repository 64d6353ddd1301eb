package dev.palindrome.adapters.http;

import dev.palindrome.application.configuration.ServerSettings.Role;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets in whoever is on this machine. A web page of somebody else's is not, though the browser that shows it is: a page that
 * makes its own name lead here is known by the Host header, one that posts from elsewhere by the Origin header.
 */
final class LocalDoor implements Door {
    private static final Pattern LOCAL =
            Pattern.compile("(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);
    private static final Caller SOMEBODY_HERE = new Caller("local", Role.OPERATOR);

    @Override
    public void enter(Context ctx, Access access) {
        String host = ctx.header("Host");
        if (host == null || !LOCAL.matcher(host).matches()) {
            throw HttpFailure.of(
                    HttpCodes.AUTH_HOST,
                    "Without tokens this server answers on its own machine only, as localhost, 127.0.0.1 or [::1]. "
                            + "Configure 'server.tokens' to reach it by another name.");
        }
        boolean writes = !ctx.method().equals(HandlerType.GET) && !ctx.method().equals(HandlerType.HEAD);
        if (writes && isForeign(ctx.header("Origin"), host)) {
            throw HttpFailure.of(
                    HttpCodes.AUTH_ORIGIN,
                    "The request comes from a web page of another origin, which may change nothing here.");
        }
        Visit.begin(ctx, SOMEBODY_HERE);
    }

    private static boolean isForeign(@Nullable String origin, String host) {
        if (origin == null) {
            return false;
        }
        try {
            return !host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return true;
        }
    }
}
