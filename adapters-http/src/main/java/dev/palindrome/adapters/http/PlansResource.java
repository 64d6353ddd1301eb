package dev.palindrome.adapters.http;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.palindrome.application.Palindrome;
import dev.palindrome.application.json.ResultJson;
import dev.palindrome.domain.problem.Codes;
import dev.palindrome.domain.result.MigrationResult;
import io.javalin.http.Context;
import java.io.IOException;

/** Computes plans and shows them; runs nothing. */
final class PlansResource {
    private final Palindrome palindrome;
    private final Plans plans;
    private final LockView lock;

    PlansResource(Palindrome palindrome, Plans plans, LockView lock) {
        this.palindrome = palindrome;
        this.plans = plans;
        this.lock = lock;
    }

    /** {@code POST /api/v1/plans}. A plan with problems is a plan: it is shown, and will not run. */
    void compute(Context ctx) throws IOException {
        PlanRequest request = PlanRequestReader.read(Body.require(ctx));
        MigrationResult plan = request.preview(palindrome);
        String hash = hash(plan);
        plans.remember(hash, request);
        ctx.header("Location", ctx.contextPath() + "/api/v1/plans/" + hash);
        Json.answer(ctx, 201, json -> write(json, hash, request, plan));
    }

    /** {@code GET /api/v1/plans/{hash}}, computed again. */
    void show(Context ctx) {
        String hash = ctx.pathParam("hash");
        PlanRequest request = plans.find(hash);
        MigrationResult plan = request.preview(palindrome);
        requireUnchanged(hash, plan);
        Json.answer(ctx, 200, json -> write(json, hash, request, plan));
    }

    /** Ends the request unless what would run now is the plan with that hash. */
    static void requireUnchanged(String hash, MigrationResult plan) {
        requireUnchanged(hash, hash(plan));
    }

    static void requireUnchanged(String hash, String now) {
        if (!now.equals(hash)) {
            throw HttpFailure.of(
                    Codes.PLAN_CHANGED,
                    "What would run now is not the plan '" + hash + "' but '" + now
                            + "': the history or the migrations have changed since. "
                            + "Compute it with POST /api/v1/plans and look at it again.");
        }
    }

    private static String hash(MigrationResult plan) {
        return plan.planHash().orElseThrow(() -> HttpFailure.of(plan.problems()));
    }

    private void write(JsonGenerator json, String hash, PlanRequest request, MigrationResult plan) throws IOException {
        json.writeStartObject();
        json.writeStringField("hash", hash);
        json.writeStringField("appName", request.appName());
        json.writeStringField("lockedBy", lock.holder().orElse(null));
        ResultJson.fields(json, plan);
        json.writeEndObject();
    }
}
