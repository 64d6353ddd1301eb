package dev.palindrome.adapters.http.door;

import io.javalin.http.Context;
import java.util.Optional;

/**
 * The cookie that holds a session's id: no script sees it, and no other site's page makes the browser send it. Browsers keep
 * one jar for all ports of a host, so each server has a name of its own for it.
 *
 * @param isHttps whether browsers send it by HTTPS alone
 */
public record SessionCookie(boolean isHttps) {
    private static final String NAME = "palindrome_session";

    /** {@return what the cookie is called by the server that answers this} */
    public static String name(Context ctx) {
        return NAME + "_" + ctx.req().getLocalPort() + ctx.contextPath().replaceAll("[^A-Za-z0-9]", "_");
    }

    static Optional<String> read(Context ctx) {
        return Optional.ofNullable(ctx.cookie(name(ctx))).filter(id -> id.matches("[0-9a-f]{64}"));
    }

    void set(Context ctx, String id) {
        ctx.header("Set-Cookie", name(ctx) + "=" + id + attributes(ctx));
    }

    void clear(Context ctx) {
        ctx.header("Set-Cookie", name(ctx) + "=; Max-Age=0" + attributes(ctx));
    }

    private String attributes(Context ctx) {
        String mount = ctx.contextPath();
        return "; Path=" + (mount.isEmpty() ? "/" : mount) + "; HttpOnly; SameSite=Strict"
                + (isHttps ? "; Secure" : "");
    }
}
