package dev.palindrome.adapters.http;

import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.Optional;

/** Who is who: by token, which a wrong one is told late, and later each time; and by the session that a token opened. */
final class Logins {
    private final Tokens tokens;
    private final FailedLogins failed;
    private final SessionCookie cookie;
    private final Sessions sessions = new Sessions(InstantSource.system());

    Logins(Tokens tokens, FailedLogins failed, SessionCookie cookie) {
        this.tokens = tokens;
        this.failed = failed;
        this.cookie = cookie;
    }

    /** {@return whoever has that token; if nobody has, the request is answered, but not yet} */
    Optional<Caller> find(Context ctx, String token) {
        Optional<Caller> caller = tokens.find(token);
        if (caller.isEmpty()) {
            failed.requireRoom(ctx.ip());
            HttpFailure answer = unknown("Nobody knows this token. Tokens are configured in 'server.tokens'.")
                    .with("WWW-Authenticate", "Bearer realm=\"palindrome\", error=\"invalid_token\"");
            ctx.future(() -> failed.answerLate(ctx.ip(), answer));
        }
        return caller;
    }

    Sessions sessions() {
        return sessions;
    }

    SessionCookie cookie() {
        return cookie;
    }

    static HttpFailure unknown(String message) {
        return HttpFailure.of(HttpCodes.AUTH_TOKEN, message).with("WWW-Authenticate", "Bearer realm=\"palindrome\"");
    }
}
