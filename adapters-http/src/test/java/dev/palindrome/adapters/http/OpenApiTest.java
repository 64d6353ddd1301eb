package dev.palindrome.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.palindrome.domain.ForwardsRequest;
import dev.palindrome.spi.Migration;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenApiTest {
    private TestServer server;
    private JsonNode api;

    @BeforeEach
    void start() throws Exception {
        Migration failing = Migration.id("failing").forwards("NO SQL AT ALL").build();
        server = TestServer.with(
                Pack.of("shop", Pack.table("t1"), Pack.table("t2"), Pack.table("t3"), failing)
                        .on("base"),
                Pack.of("base", Pack.table("b1")),
                Pack.of("broken").on("gone"));
        api = server.get("/openapi.json").json();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void describesExactlyTheServersRoutes() {
        Set<String> routes = new TreeSet<>();
        server.server.routes().all().forEach(route -> routes.add(route.method().name() + " " + route.path()));
        Set<String> described = new TreeSet<>();
        api.path("paths")
                .properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    if (!method.equals("parameters")) {
                        described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
                    }
                }));

        assertThat(api.path("openapi").asText()).isEqualTo("3.1.0");
        assertThat(described).isEqualTo(routes).isNotEmpty();
    }

    @Test
    void namesEachOperationOnceAndDescribesItsPathParameters() {
        Set<String> names = new TreeSet<>();
        api.path("paths").properties().forEach(path -> {
            for (JsonNode operation : path.getValue()) {
                if (operation.has("operationId")) {
                    assertThat(names.add(operation.path("operationId").asText()))
                            .isTrue();
                    assertThat(operation.path("summary").asText()).isNotBlank();
                }
            }
            Set<String> parameters = new TreeSet<>();
            path.getValue()
                    .path("parameters")
                    .forEach(p -> parameters.add(resolved(p).path("name").asText()));
            Set<String> inPath = new TreeSet<>();
            Stream.of(path.getKey().split("/"))
                    .filter(segment -> segment.startsWith("{"))
                    .forEach(segment -> inPath.add(segment.substring(1, segment.length() - 1)));
            assertThat(parameters).isEqualTo(inPath);
        });
    }

    @Test
    void pointsNowhereInVain() {
        assertThat(api.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(ref -> assertThat(api.at(ref.substring(1)).isMissingNode())
                        .as(ref)
                        .isFalse());
    }

    @Test
    void describesTheAnswersAsTheyAre() throws Exception {
        server.palindrome.forwards("shop", "t1");
        server.palindrome.forwards(ForwardsRequest.of("shop").migrationId("t2").fake(true));

        conforms(server.get("/api/v1/apps"), "/api/v1/apps", "get");
        conforms(server.get("/api/v1/apps/shop/migrations?limit=3"), "/api/v1/apps/{app}/migrations", "get");
        for (String id : new String[] {"t1", "t2", "t3", "failing"}) {
            conforms(server.get("/api/v1/apps/shop/migrations/" + id), "/api/v1/apps/{app}/migrations/{id}", "get");
        }
        Answer plan = server.post("/api/v1/plans", "{\"appName\": \"shop\", \"direction\": \"forwards\"}");
        conforms(plan, "/api/v1/plans", "post");
        conforms(server.get("/api/v1/schema"), "/api/v1/schema", "get");
        conforms(server.get(plan.header("Location") + "/schema"), "/api/v1/plans/{hash}/schema", "get");
        conforms(server.get(plan.header("Location")), "/api/v1/plans/{hash}", "get");
        Answer started = server.start(plan.json().path("hash").asText());
        conforms(started, "/api/v1/plans/{hash}/runs", "post");
        assertThat(server.outcome(started.header("Location"))
                        .at("/steps/1/error")
                        .asText())
                .isNotBlank();
        conforms(server.get(started.header("Location")), "/api/v1/runs/{id}", "get");
        conforms(server.get("/health/live"), "/health/live", "get");
        conforms(server.get("/health/ready"), "/health/ready", "get");
        conforms(server.get("/openapi.json"), "/openapi.json", "get");
    }

    @Test
    void describesARunUnderWay() throws Exception {
        Gate gate = new Gate();
        try (TestServer other = TestServer.with(Pack.of("shop", gate.migration("g1")));
                gate) {
            String run = other.run(other.plan("shop", "forwards", "all"));
            gate.awaitReached();

            Answer answer = other.get(run);

            assertThat(answer.json().at("/current/statement/number").asInt()).isEqualTo(2);
            conforms(answer, "/api/v1/runs/{id}", "get");
        }
    }

    @Test
    void describesErrorsAsTheyAre() throws Exception {
        conforms(server.get("/api/v1/apps/nix/migrations"), "/api/v1/apps/{app}/migrations", "get");
        conforms(server.get("/api/v1/apps/shop/migrations?limit=0"), "/api/v1/apps/{app}/migrations", "get");
        conforms(server.get("/api/v1/apps/shop/migrations/nix"), "/api/v1/apps/{app}/migrations/{id}", "get");
        conforms(server.post("/api/v1/plans", "{}"), "/api/v1/plans", "post");
        conforms(server.get("/api/v1/plans/nix"), "/api/v1/plans/{hash}", "get");
        conforms(server.get("/api/v1/plans/nix/schema"), "/api/v1/plans/{hash}/schema", "get");
        conforms(server.start("nix"), "/api/v1/plans/{hash}/runs", "post");
        conforms(server.get("/api/v1/runs/nix"), "/api/v1/runs/{id}", "get");
        conforms(server.get("/api/v1/runs/nix/events"), "/api/v1/runs/{id}/events", "get");
    }

    private void conforms(Answer answer, String path, String method) {
        JsonNode response = resolved(
                api.path("paths").path(path).path(method).path("responses").path(Integer.toString(answer.status())));
        assertThat(response.isMissingNode())
                .as("%s %s %s", method, path, answer)
                .isFalse();
        JsonNode content = response.path("content").path(answer.header("Content-Type"));
        assertThat(content.isMissingNode()).as(answer.toString()).isFalse();
        conforms(answer.json(), resolved(content.path("schema")), path);
    }

    /** Required properties are there, and what is there is described, with its type. */
    private void conforms(JsonNode value, JsonNode schema, String where) {
        if (schema.has("oneOf")) {
            if (!value.isNull()) {
                conforms(value, resolved(schema.at("/oneOf/0")), where);
            }
            return;
        }
        assertThat(types(schema)).as(where + " " + value).contains(type(value));
        if (value.isObject() && schema.has("properties")) {
            schema.path("required")
                    .forEach(name -> assertThat(value.has(name.asText()))
                            .as(where + " " + name)
                            .isTrue());
            value.properties().forEach(field -> {
                JsonNode property = schema.path("properties").path(field.getKey());
                assertThat(property.isMissingNode())
                        .as(where + " " + field.getKey())
                        .isFalse();
                conforms(field.getValue(), resolved(property), where + "/" + field.getKey());
            });
        }
        if (schema.has("enum") && value.isTextual()) {
            assertThat(schema.path("enum")).as(where).contains(value);
        }
        value.forEach(item -> {
            if (value.isArray()) {
                conforms(item, resolved(schema.path("items")), where + "[]");
            }
        });
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? api.at(node.path("$ref").asText().substring(1)) : node;
    }

    private static Set<String> types(JsonNode schema) {
        Set<String> types = new TreeSet<>();
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            type.forEach(t -> types.add(t.asText()));
        } else {
            types.add(type.asText());
        }
        return types;
    }

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case NUMBER -> "integer";
            case NULL -> "null";
            case ARRAY -> "array";
            default -> "object";
        };
    }
}
