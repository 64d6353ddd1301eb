package dev.palindrome.adapters.http.door;

import dev.palindrome.adapters.http.answer.HttpCodes;
import dev.palindrome.adapters.http.answer.HttpFailure;
import dev.palindrome.adapters.http.load.Background;
import dev.palindrome.adapters.http.load.Limits;
import dev.palindrome.application.configuration.ServerSettings;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.Optional;

/** Who is who: by token, which a wrong one is told late, and later each time; and by the session that a token opened. */
public final class Logins {
    private final Tokens tokens;
    private final FailedLogins failed;
    private final SessionCookie cookie;
    private final Sessions sessions = new Sessions(InstantSource.system());

    /** {@return who is who, by the tokens of these settings; empty if there are none, so that nobody needs to say} */
    public static Optional<Logins> of(ServerSettings settings, Limits limits, Background background) {
        return settings.tokens().isEmpty()
                ? Optional.empty()
                : Optional.of(new Logins(
                        new Tokens(settings.tokens()),
                        new FailedLogins(limits, background),
                        new SessionCookie(settings.isHttps())));
    }

    private Logins(Tokens tokens, FailedLogins failed, SessionCookie cookie) {
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
