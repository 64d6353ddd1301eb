package dev.palindrome.adapters.http;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lets in whoever shows a token that it knows. A wrong one is answered late, and later each time. */
final class TokenDoor implements Door {
    private static final Pattern BEARER = Pattern.compile("Bearer +([^ ]+) *", Pattern.CASE_INSENSITIVE);

    private final Tokens tokens;
    private final FailedLogins failed;

    TokenDoor(Tokens tokens, FailedLogins failed) {
        this.tokens = tokens;
        this.failed = failed;
    }

    @Override
    public void enter(Context ctx, Access access) {
        if (access == Access.ANYBODY) {
            return;
        }
        String header = Optional.ofNullable(ctx.header("Authorization"))
                .orElseThrow(() -> unknown("This needs a token: send 'Authorization: Bearer TOKEN'."));
        Matcher bearer = BEARER.matcher(header);
        if (!bearer.matches()) {
            throw unknown("The Authorization header is not of the form 'Bearer TOKEN'.");
        }
        failed.requireRoom(ctx.ip());
        Optional<Caller> caller = tokens.find(bearer.group(1));
        if (caller.isPresent()) {
            Visit.begin(ctx, caller.orElseThrow());
        } else {
            HttpFailure answer = unknown("Nobody knows this token. Tokens are configured in 'server.tokens'.")
                    .with("WWW-Authenticate", "Bearer realm=\"palindrome\", error=\"invalid_token\"");
            ctx.future(() -> failed.answerLate(ctx.ip(), answer));
        }
    }

    static HttpFailure unknown(String message) {
        return HttpFailure.of(HttpCodes.AUTH_TOKEN, message).with("WWW-Authenticate", "Bearer realm=\"palindrome\"");
    }
}
