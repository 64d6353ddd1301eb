package dev.palindrome.adapters.http.door;

import dev.palindrome.adapters.http.answer.HttpCodes;
import dev.palindrome.adapters.http.answer.HttpFailure;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Lets in whoever is on this machine. A web page of somebody else's is not, though the browser that shows it is: a page that
 * makes its own name lead here is known by the Host header, one that posts from elsewhere by the Origin header. Whoever
 * comes through a proxy on this machine is refused where the proxy says so; one that says nothing can't be told from a program
 * here.
 */
final class LocalDoor implements Door {
    private static final Pattern LOCAL =
            Pattern.compile("(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);
    private static final Set<String> PROXIED =
            Set.of("forwarded", "via", "x-real-ip", "x-client-ip", "true-client-ip", "cf-connecting-ip");

    @Override
    public void enter(Context ctx, Access access) {
        if (!isHere(ctx.req().getRemoteAddr())) {
            throw HttpFailure.of(
                    HttpCodes.AUTH_HOST,
                    "Without tokens this server answers its own machine only. Configure 'server.tokens'.");
        }
        if (ctx.headerMap().keySet().stream().anyMatch(LocalDoor::isForwarded)) {
            throw HttpFailure.of(
                    HttpCodes.AUTH_HOST,
                    "The request came through a proxy, so it could be from anywhere. Without tokens this server answers its "
                            + "own machine only. Configure 'server.tokens' to serve others.");
        }
        String host = ctx.header("Host");
        if (host == null || !LOCAL.matcher(host).matches()) {
            throw HttpFailure.of(
                    HttpCodes.AUTH_HOST,
                    "Without tokens this server answers on its own machine only, as localhost, 127.0.0.1 or [::1]. "
                            + "Configure 'server.tokens' to reach it by another name.");
        }
        String origin = ctx.header("Origin");
        if (origin != null
                && !LOCAL.matcher(origin.replaceFirst("^https?://", "")).matches()) {
            throw HttpFailure.of(
                    HttpCodes.AUTH_ORIGIN,
                    "The request comes from a web page that isn't this server's own, or through a proxy. Without tokens "
                            + "neither is answered. Configure 'server.tokens' to serve others.");
        }
        CrossSite.requireOwn(ctx);
        Visit.begin(ctx, Caller.LOCAL);
    }

    /** What a proxy adds: RFC 9110's Via, RFC 7239, and what is usual without either. */
    private static boolean isForwarded(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return PROXIED.contains(name) || name.startsWith("x-forwarded-");
    }

    /** It is an address in digits, so that nobody is asked for a name. */
    private static boolean isHere(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
