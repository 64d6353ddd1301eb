package dev.palindrome.adapters.http.run;

import dev.palindrome.adapters.http.answer.HttpCodes;
import dev.palindrome.adapters.http.answer.HttpFailure;
import dev.palindrome.adapters.http.load.Background;
import dev.palindrome.adapters.http.load.Limits;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** All clients that watch runs: so many, and no more. */
public final class EventStreams {
    static final String MEDIA_TYPE = "text/event-stream";

    private final int most;
    private final Semaphore room;
    private final Background background;
    private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();

    public EventStreams(Limits limits, Background background) {
        this.most = limits.streams();
        this.room = new Semaphore(most);
        this.background = background;
        background.every(limits.heartbeat(), () -> streams.forEach(EventStream::beat));
    }

    /** Answers a request with what happens in a run after the event with that number. */
    void open(Context ctx, EventLog log, long after) {
        if (!room.tryAcquire()) {
            throw HttpFailure.of(
                            HttpCodes.SERVER_BUSY,
                            most
                                    + " streams of events are open, and no more can be. Read GET /api/v1/runs/{id} instead.")
                    .with("Retry-After", "10");
        }
        ctx.contentType(MEDIA_TYPE).header("X-Accel-Buffering", "no");
        ctx.future(() -> begin(ctx, log, after).whenComplete((done, failure) -> room.release()));
    }

    /** {@return how many are open} */
    public int count() {
        return streams.size();
    }

    /** Waits until every client has everything, or the time is up. */
    public boolean awaitEnd(Duration time) throws InterruptedException {
        boolean ended = room.tryAcquire(most, time.toNanos(), TimeUnit.NANOSECONDS);
        if (ended) {
            room.release(most);
        }
        return ended;
    }

    private CompletableFuture<Void> begin(Context ctx, EventLog log, long after) {
        try {
            ctx.req().getAsyncContext().setTimeout(0);
            EventStream stream = new EventStream(log, after, ctx.res().getOutputStream(), background);
            streams.add(stream);
            ctx.res().getOutputStream().setWriteListener(stream);
            return stream.end().whenComplete((done, failure) -> streams.remove(stream));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
