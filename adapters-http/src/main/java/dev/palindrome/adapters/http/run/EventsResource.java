package dev.palindrome.adapters.http.run;

import dev.palindrome.adapters.http.answer.HttpCodes;
import dev.palindrome.adapters.http.answer.HttpFailure;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/runs/{id}/events}: a run as it goes, from its beginning or from where a client broke off. */
public final class EventsResource {
    private final Runs runs;
    private final EventStreams streams;

    public EventsResource(Runs runs, EventStreams streams) {
        this.runs = runs;
        this.streams = streams;
    }

    public void stream(Context ctx) {
        String id = ctx.pathParam("id");
        long after = last(ctx.header("Last-Event-ID"));
        Optional<EventLog> known = runs.find(id).map(Run::events);
        if (known.isEmpty()) {
            if (RunId.decode(id).isEmpty()) {
                throw Runs.unknown(id);
            }
            ctx.status(204); // nobody here saw it happen; GET /runs/{id} says what became of it
            return;
        }
        EventLog events = known.orElseThrow();
        if (ctx.method().equals(HandlerType.HEAD)) {
            ctx.contentType(EventStreams.MEDIA_TYPE);
        } else if (events.endsAt(after)) {
            // A browser that has everything would come back for ever; this status alone stops it.
            ctx.status(204);
        } else {
            streams.open(ctx, events, after);
        }
    }

    private static long last(@Nullable String id) {
        if (id == null || id.isBlank()) {
            return 0;
        }
        if (!id.matches("\\d{1,18}")) {
            throw HttpFailure.of(
                    HttpCodes.REQUEST_PARAMETER, "Last-Event-ID must be the number of an event, not '" + id + "'.");
        }
        return Long.parseLong(id);
    }
}
