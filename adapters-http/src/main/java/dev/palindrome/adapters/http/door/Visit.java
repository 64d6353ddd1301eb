package dev.palindrome.adapters.http.door;

import dev.palindrome.adapters.http.answer.HttpCodes;
import dev.palindrome.adapters.http.answer.HttpFailure;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whoever is behind a request, from the door to the resource. */
public final class Visit {
    private static final String CALLER = "dev.palindrome.caller";

    private Visit() {}

    static void begin(Context ctx, Caller caller) {
        ctx.attribute(CALLER, caller);
    }

    /** {@return who that is, if the door let them in by name} */
    static Optional<Caller> caller(Context ctx) {
        return Optional.ofNullable(ctx.attribute(CALLER));
    }

    /** {@return whose token the request came with; empty on a server that asks for none} */
    public static Optional<String> token(Context ctx) {
        return caller(ctx).flatMap(Caller::token);
    }

    /** {@return the handler, for those who have that access} */
    public static Handler requiring(Access access, Handler handler) {
        return ctx -> {
            require(access, ctx);
            handler.handle(ctx);
        };
    }

    private static void require(Access access, Context ctx) {
        if (access == Access.ANYBODY) {
            return;
        }
        @Nullable Caller caller = ctx.attribute(CALLER);
        if (caller == null) {
            throw Logins.unknown("This needs a token.");
        }
        if (!access.allows(caller.role())) {
            throw HttpFailure.of(
                    HttpCodes.AUTH_ROLE,
                    "The token '" + caller.name() + "' may read and preview, not run. "
                            + "Running takes a token with the role 'operator'.");
        }
    }
}
