package dev.palindrome.adapters.http.door;

import dev.palindrome.adapters.http.answer.HttpCodes;
import dev.palindrome.adapters.http.answer.HttpFailure;
import dev.palindrome.adapters.http.answer.Json;
import dev.palindrome.adapters.http.request.Body;
import dev.palindrome.adapters.http.request.JsonObject;
import dev.palindrome.application.Version;
import dev.palindrome.application.configuration.ServerSettings.Role;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code /api/v1/session}: logs a browser in with a token and out again, and says how it stands. */
public final class SessionResource {
    private final Optional<Logins> logins;

    /**
     * What answers.
     *
     * @param logins who may log in; empty if nobody needs to
     */
    public SessionResource(Optional<Logins> logins) {
        this.logins = logins;
    }

    public void show(Context ctx) {
        if (logins.isEmpty()) {
            answer(ctx, Optional.of(Role.OPERATOR), Optional.empty());
            return;
        }
        Optional<String> id = SessionCookie.read(ctx);
        Optional<Caller> caller = id.flatMap(logins.orElseThrow().sessions()::find);
        answer(ctx, caller.map(Caller::role), caller.flatMap(known -> id));
    }

    /** Answers a wrong token as the door does: late. */
    public void open(Context ctx) throws IOException {
        CrossSite.requireOwn(ctx);
        JsonObject body = JsonObject.read(Body.require(ctx), List.of("token"), List.of());
        String token = body.requireText("token");
        Logins known = logins.orElseThrow(() -> HttpFailure.of(
                HttpCodes.SESSION_NEEDLESS,
                "This server has no tokens: it answers its own machine only, without login."));
        Optional<Caller> caller = known.find(ctx, token);
        if (caller.isPresent()) {
            SessionCookie.read(ctx).ifPresent(known.sessions()::close);
            String id = known.sessions().open(caller.orElseThrow());
            known.cookie().set(ctx, id);
            answer(ctx, caller.map(Caller::role), Optional.of(id));
        }
    }

    public void close(Context ctx) {
        logins.ifPresent(known -> {
            SessionCookie.read(ctx).ifPresent(known.sessions()::close);
            known.cookie().clear(ctx);
        });
        answer(ctx, logins.isPresent() ? Optional.empty() : Optional.of(Role.OPERATOR), Optional.empty());
    }

    private void answer(Context ctx, Optional<Role> role, Optional<String> id) {
        Json.answer(ctx, 200, json -> {
            json.writeStartObject();
            json.writeBooleanField("required", logins.isPresent());
            json.writeBooleanField("authenticated", role.isPresent());
            json.writeStringField(
                    "role", role.map(r -> r.name().toLowerCase(Locale.ROOT)).orElse(null));
            json.writeStringField("csrfToken", id.map(Sessions::csrfToken).orElse(null));
            if (id.isPresent()) {
                json.writeNumberField("idleMillis", Sessions.IDLE.toMillis());
            } else {
                json.writeNullField("idleMillis");
            }
            json.writeStringField("version", Version.current());
            json.writeEndObject();
        });
    }
}
