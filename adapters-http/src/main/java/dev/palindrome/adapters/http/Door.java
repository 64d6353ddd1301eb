package dev.palindrome.adapters.http;

import io.javalin.http.Context;

/** Decides who may come in. One door asks for tokens, the other lets in this machine alone. */
interface Door {

    /**
     * Looks at a request before anything else does.
     *
     * @param ctx the request; gets a {@link Caller} unless it is refused
     * @param access who may call what it asks for
     * @throws HttpFailure if nobody comes in like that
     */
    void enter(Context ctx, Access access);
}
