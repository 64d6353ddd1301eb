package dev.palindrome.adapters.http;

import dev.palindrome.application.Palindrome;
import dev.palindrome.domain.schema.LiveSchema;
import dev.palindrome.domain.schema.Schema;
import io.javalin.http.Context;

/** {@code GET /api/v1/schema}: the tables of the database as it is now. */
final class SchemaResource {
    private final Palindrome palindrome;

    SchemaResource(Palindrome palindrome) {
        this.palindrome = palindrome;
    }

    void show(Context ctx) {
        Schema schema = new LiveSchema(palindrome.workspace()).read();
        Json.answer(ctx, 200, json -> SchemaJson.write(json, schema));
    }
}
