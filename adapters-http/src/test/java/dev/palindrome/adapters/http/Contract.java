package dev.palindrome.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What {@code openapi.json} promises, and which of its operations a test has called. */
final class Contract {
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);

    private final JsonNode api;
    private final Set<String> called = new TreeSet<>();

    Contract(JsonNode api) {
        this.api = api.deepCopy();
        this.api.at("/components/schemas").forEach(Contract::forbidWhatIsNotDescribed);
    }

    /** All operations, as {@code GET /path}. */
    Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        api.path("paths")
                .properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    if (!method.equals("parameters")) {
                        operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
                    }
                }));
        return operations;
    }

    /** The operations of which an answer was seen to conform. */
    Set<String> called() {
        return called;
    }

    /** The answer has a status, a type and a content that are described for that operation. */
    void conforms(Answer answer, String method, String path) {
        JsonNode operation = api.path("paths").path(path).path(method.toLowerCase(Locale.ROOT));
        JsonNode response = resolved(operation.path("responses").path(Integer.toString(answer.status())));
        assertThat(response.isMissingNode())
                .as("%s %s %s", method, path, answer)
                .isFalse();
        response.path("headers")
                .fieldNames()
                .forEachRemaining(name -> assertThat(
                                answer.status() == 503 || !answer.header(name).isEmpty())
                        .as("%s of %s", name, answer)
                        .isTrue());
        String type = answer.header("Content-Type").split(";", 2)[0];
        JsonNode content = response.path("content").path(type);
        assertThat(answer.body().isEmpty() || !content.isMissingNode())
                .as("%s %s %s", method, path, answer)
                .isTrue();
        if (type.endsWith("json")) {
            validate(answer.json(), content.path("schema"), method + " " + path);
        }
        if (answer.status() < 400) {
            called.add(method + " " + path);
        }
    }

    private void validate(JsonNode value, JsonNode schema, String what) {
        assertThat(schema.isObject()).as(what).isTrue();
        ObjectNode whole = schema.deepCopy();
        whole.set("components", api.path("components"));
        SchemaValidatorsConfig strict =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        assertThat(SCHEMAS.getSchema(whole, strict).validate(value))
                .as("%s %s", what, value)
                .isEmpty();
    }

    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? api.at(node.path("$ref").asText().substring(1)) : node;
    }

    /** Clients may expect new properties; the description must not lack any. */
    private static void forbidWhatIsNotDescribed(JsonNode schema) {
        if (schema instanceof ObjectNode object && schema.path("properties").isObject()) {
            object.put("additionalProperties", false);
        }
        schema.forEach(Contract::forbidWhatIsNotDescribed);
    }
}
