package dev.palindrome.adapters.http.door;

import io.javalin.http.Context;
import java.util.Optional;

/** Decides who may come in. One door asks for tokens, the other lets in this machine alone. */
public interface Door {

    /**
     * Looks at a request before anything else does.
     *
     * @param ctx the request; gets a {@link Caller} unless it is refused
     * @param access who may call what it asks for
     * @throws dev.palindrome.adapters.http.answer.HttpFailure if nobody comes in like that
     */
    void enter(Context ctx, Access access);

    /** {@return the door of a server where these say who is who; without them, only its own machine comes in} */
    static Door of(Optional<Logins> logins) {
        return logins.<Door>map(TokenDoor::new).orElseGet(LocalDoor::new);
    }
}
