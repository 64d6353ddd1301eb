package dev.palindrome.adapters.http.schema;

import dev.palindrome.adapters.http.answer.Json;
import dev.palindrome.application.Palindrome;
import dev.palindrome.domain.schema.LiveSchema;
import dev.palindrome.domain.schema.Schema;
import io.javalin.http.Context;

/** {@code GET /api/v1/schema}: the tables of the database as it is now. */
public final class SchemaResource {
    private final Palindrome palindrome;

    public SchemaResource(Palindrome palindrome) {
        this.palindrome = palindrome;
    }

    public void show(Context ctx) {
        Schema schema = new LiveSchema(palindrome.workspace()).read();
        Json.answer(ctx, 200, json -> SchemaJson.write(json, schema));
    }
}
