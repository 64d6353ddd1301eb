package dev.palindrome.adapters.http.plan;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.palindrome.adapters.http.answer.Json;
import dev.palindrome.adapters.http.load.LockView;
import dev.palindrome.adapters.http.request.Body;
import dev.palindrome.application.Palindrome;
import dev.palindrome.application.json.ResultJson;
import dev.palindrome.domain.result.MigrationResult;
import dev.palindrome.domain.result.Stakes;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;

/** Computes plans and shows them; runs nothing. */
public final class PlansResource {
    private final Palindrome palindrome;
    private final Plans plans;
    private final LockView lock;

    public PlansResource(Palindrome palindrome, Plans plans, LockView lock) {
        this.palindrome = palindrome;
        this.plans = plans;
        this.lock = lock;
    }

    /** {@code POST /api/v1/plans}. A plan with problems is a plan: it is shown, and will not run. */
    public void compute(Context ctx) throws IOException {
        PlanRequest request = PlanRequestReader.read(Body.require(ctx));
        MigrationResult plan = request.preview(palindrome);
        String hash = Plans.hash(plan);
        plans.remember(hash, request, plan.atStake());
        ctx.header("Location", ctx.contextPath() + "/api/v1/plans/" + hash);
        Json.answer(ctx, 201, json -> write(json, hash, request, plan));
    }

    /** {@code GET /api/v1/plans/{hash}}, computed again; what is at stake only if that wasn't counted a moment ago. */
    public void show(Context ctx) {
        String hash = ctx.pathParam("hash");
        PlanRequest request = plans.find(hash);
        Optional<Stakes> counted = plans.counted(hash);
        MigrationResult plan = counted.map(
                        stakes -> request.previewAgain(palindrome).with(stakes))
                .orElseGet(() -> request.preview(palindrome));
        Plans.requireUnchanged(hash, plan);
        if (counted.isEmpty()) {
            plans.remember(hash, request, plan.atStake());
        }
        Json.answer(ctx, 200, json -> write(json, hash, request, plan));
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
