package dev.palindrome.adapters.http.run;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.palindrome.adapters.http.answer.Json;
import dev.palindrome.adapters.http.door.Visit;
import dev.palindrome.adapters.http.load.LockView;
import dev.palindrome.adapters.http.load.Turns;
import dev.palindrome.adapters.http.plan.Approval;
import dev.palindrome.adapters.http.request.Body;
import dev.palindrome.adapters.http.request.JsonObject;
import dev.palindrome.application.Palindrome;
import dev.palindrome.spi.HistoryEntry;
import dev.palindrome.spi.JournalEntry;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Runs what was approved, and tells how it goes. */
public final class RunsResource {
    private final Runs runs;
    private final Traces traces;
    private final LockView lock;
    private final Turns turns;

    public RunsResource(Palindrome palindrome, Runs runs, LockView lock, Turns turns) {
        this.runs = runs;
        this.traces = new Traces(palindrome, lock);
        this.lock = lock;
        this.turns = turns;
    }

    /** {@code POST /api/v1/plans/{hash}/runs}. */
    public void start(Context ctx) throws IOException {
        JsonObject.readNothing(Body.of(ctx));
        Run run = runs.start(new Approval(ctx.pathParam("hash"), Visit.token(ctx)));
        ctx.header("Location", ctx.contextPath() + "/api/v1/runs/" + run.id());
        Json.answer(ctx, 202, json -> RunJson.write(json, run.view()));
    }

    /** {@code GET /api/v1/runs/{id}}: from memory, or, where nobody remembers it, from the history. */
    public void show(Context ctx) throws Exception {
        String id = ctx.pathParam("id");
        Optional<Run> known = runs.find(id);
        if (known.isPresent()) {
            answer(ctx, known.orElseThrow().view());
            return;
        }
        RunId trace = RunId.decode(id).orElseThrow(() -> Runs.unknown(id));
        turns.taking(inTurn -> answer(inTurn, traces.view(id, trace))).handle(ctx);
    }

    /** {@code GET /api/v1/runs}: those of this server, and whether somebody else is at work. */
    public void list(Context ctx) {
        List<RunView> all = runs.all().stream().map(Run::view).toList();
        boolean ours =
                all.stream().anyMatch(run -> run.isRunning() && run.waitingFor().isEmpty());
        Optional<String> holder = ours ? Optional.empty() : lock.holder();
        LockView.Work work = holder.isPresent() ? lock.work() : LockView.Work.NONE;
        Json.answer(ctx, 200, json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("runs");
            for (RunView run : all) {
                RunJson.summary(json, run);
            }
            json.writeEndArray();
            elsewhere(json, holder, work);
            json.writeEndObject();
        });
    }

    private static void elsewhere(JsonGenerator json, Optional<String> holder, LockView.Work work) throws IOException {
        if (holder.isEmpty()) {
            json.writeNullField("elsewhere");
            return;
        }
        json.writeObjectFieldStart("elsewhere");
        json.writeStringField("holder", holder.orElseThrow());
        json.writeArrayFieldStart("underWay");
        for (JournalEntry row : work.underWay()) {
            RunJson.underWay(json, row);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("latest");
        for (HistoryEntry entry : work.latest()) {
            RunJson.recorded(json, entry);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void answer(Context ctx, RunView run) {
        Json.answer(ctx, 200, json -> RunJson.write(json, run));
    }
}
