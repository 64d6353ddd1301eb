package dev.palindrome.adapters.http.door;

import dev.palindrome.adapters.http.answer.HttpCodes;
import dev.palindrome.adapters.http.answer.HttpFailure;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lets in whoever shows a token that it knows, or the cookie of a session and, to change something, its CSRF token. */
final class TokenDoor implements Door {
    private static final Pattern BEARER = Pattern.compile("Bearer +([^ ]+) *", Pattern.CASE_INSENSITIVE);

    private final Logins logins;

    TokenDoor(Logins logins) {
        this.logins = logins;
    }

    @Override
    public void enter(Context ctx, Access access) {
        if (access == Access.ANYBODY) {
            return;
        }
        Optional<String> header = Optional.ofNullable(ctx.header("Authorization"));
        Optional<Caller> caller = header.isPresent() ? bearer(ctx, header.orElseThrow()) : Optional.of(cookie(ctx));
        caller.ifPresent(known -> Visit.begin(ctx, known));
    }

    private Optional<Caller> bearer(Context ctx, String header) {
        Matcher bearer = BEARER.matcher(header);
        if (!bearer.matches()) {
            throw Logins.unknown("The Authorization header is not of the form 'Bearer TOKEN'.");
        }
        return logins.find(ctx, bearer.group(1));
    }

    private Caller cookie(Context ctx) {
        String id = SessionCookie.read(ctx)
                .orElseThrow(() -> Logins.unknown("This needs a token: send 'Authorization: Bearer TOKEN'."));
        Caller caller =
                logins.sessions().find(id).orElseThrow(() -> Logins.unknown("The session is over. Log in again."));
        if (CrossSite.isWrite(ctx)) {
            CrossSite.requireOwn(ctx);
            requireCsrfToken(ctx, id);
        }
        return caller;
    }

    private static void requireCsrfToken(Context ctx, String id) {
        String sent = Optional.ofNullable(ctx.header("X-CSRF-Token")).orElse("");
        if (!MessageDigest.isEqual(
                sent.getBytes(StandardCharsets.UTF_8), Sessions.csrfToken(id).getBytes(StandardCharsets.UTF_8))) {
            throw HttpFailure.of(
                    HttpCodes.AUTH_CSRF,
                    "Whoever changes something with a cookie sends the session's CSRF token, too: the header "
                            + "X-CSRF-Token, with what GET /api/v1/session says.");
        }
    }
}
