package dev.palindrome.adapters.http.schema;

import dev.palindrome.adapters.http.answer.Json;
import dev.palindrome.adapters.http.plan.PlanRequest;
import dev.palindrome.adapters.http.plan.Plans;
import dev.palindrome.application.Palindrome;
import dev.palindrome.domain.run.Workspace;
import dev.palindrome.domain.schema.LiveSchema;
import dev.palindrome.domain.schema.Outlook;
import dev.palindrome.domain.schema.Schema;
import io.javalin.http.Context;

/** {@code GET /api/v1/plans/{hash}/schema}: the tables before a plan, and after it where that can be foreseen. */
public final class PlanSchemaResource {
    private final Palindrome palindrome;
    private final Plans plans;

    public PlanSchemaResource(Palindrome palindrome, Plans plans) {
        this.palindrome = palindrome;
        this.plans = plans;
    }

    public void show(Context ctx) {
        String hash = ctx.pathParam("hash");
        PlanRequest request = plans.find(hash);
        Workspace workspace = palindrome.workspace();
        Outlook outlook = new LiveSchema(workspace).after(request.planner(workspace.apps()));
        Plans.requireUnchanged(hash, outlook.planHash());
        Json.answer(ctx, 200, json -> {
            json.writeStartObject();
            json.writeFieldName("before");
            SchemaJson.write(json, outlook.before());
            if (outlook.after().isPresent()) {
                Schema after = outlook.after().orElseThrow();
                json.writeFieldName("after");
                SchemaJson.write(json, after);
            } else {
                json.writeNullField("after");
            }
            json.writeStringField("unforeseen", outlook.unforeseen().orElse(null));
            json.writeEndObject();
        });
    }
}
