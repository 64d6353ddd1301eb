package dev.palindrome.adapters.http;

import io.javalin.http.Context;
import java.util.Optional;

/**
 * The cookie that holds a session's id: no script sees it, and no other site's page makes the browser send it.
 *
 * @param isHttps whether browsers send it by HTTPS alone
 */
record SessionCookie(boolean isHttps) {
    private static final String NAME = "palindrome_session";

    static Optional<String> read(Context ctx) {
        return Optional.ofNullable(ctx.cookie(NAME)).filter(id -> id.matches("[0-9a-f]{64}"));
    }

    void set(Context ctx, String id) {
        ctx.header("Set-Cookie", NAME + "=" + id + attributes(ctx));
    }

    void clear(Context ctx) {
        ctx.header("Set-Cookie", NAME + "=; Max-Age=0" + attributes(ctx));
    }

    private String attributes(Context ctx) {
        String mount = ctx.contextPath();
        return "; Path=" + (mount.isEmpty() ? "/" : mount) + "; HttpOnly; SameSite=Strict"
                + (isHttps ? "; Secure" : "");
    }
}
