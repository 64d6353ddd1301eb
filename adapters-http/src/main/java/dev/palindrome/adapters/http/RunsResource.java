package dev.palindrome.adapters.http;

import io.javalin.http.Context;
import java.io.IOException;

/** Runs what was approved, and tells how it goes. */
final class RunsResource {
    private final Runs runs;
    private final Limits limits;

    RunsResource(Runs runs, Limits limits) {
        this.runs = runs;
        this.limits = limits;
    }

    /** {@code POST /api/v1/plans/{hash}/runs}. */
    void start(Context ctx) throws IOException {
        JsonObject.readNothing(Body.read(ctx, limits));
        Run run = runs.start(ctx.pathParam("hash"));
        ctx.header("Location", ctx.contextPath() + "/api/v1/runs/" + run.id());
        Json.answer(ctx, 202, json -> RunJson.write(json, run.view()));
    }

    /** {@code GET /api/v1/runs/{id}}. */
    void show(Context ctx) {
        RunView run = runs.find(ctx.pathParam("id")).view();
        Json.answer(ctx, 200, json -> RunJson.write(json, run));
    }
}
