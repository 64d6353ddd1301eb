package dev.palindrome.adapters.http.request;

import dev.palindrome.adapters.http.load.Limits;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Waits for what requests carry, before they take their turn. Waiting holds no thread, so that those who announce a body and
 * send none keep nobody else from being answered; and only so much is kept of all bodies together.
 */
public final class Bodies {
    private static final int LARGEST_AT_ONCE = 64;

    private final Limits limits;
    private final Executor pool;
    private final Semaphore room;

    /** Goes on, once a body is there, on a thread of that pool. */
    public Bodies(Limits limits, Executor pool) {
        this.limits = limits;
        this.pool = pool;
        this.room = new Semaphore(LARGEST_AT_ONCE * limits.bodyBytes());
    }

    /** {@return the handler, for when the body is there as {@link Body}} */
    public Handler awaiting(Handler handler) {
        return ctx -> ctx.future(() -> {
            BodyReader reader = begin(ctx);
            return reader.end()
                    .orTimeout(limits.bodyTime().toNanos(), TimeUnit.NANOSECONDS)
                    .exceptionallyComposeAsync(failure -> CompletableFuture.failedFuture(reader.told(failure)), pool)
                    .thenAcceptAsync(body -> handle(handler, ctx, body), pool)
                    .whenComplete((done, failure) -> reader.forget());
        });
    }

    private BodyReader begin(Context ctx) {
        try {
            BodyReader reader = new BodyReader(ctx.req(), limits, room);
            ctx.req().getInputStream().setReadListener(reader);
            return reader;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void handle(Handler handler, Context ctx, byte[] body) {
        Body.put(ctx, body);
        try {
            handler.handle(ctx);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }
}
