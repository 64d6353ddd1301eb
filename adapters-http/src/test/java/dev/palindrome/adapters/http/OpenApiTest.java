package dev.palindrome.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.palindrome.adapters.http.load.Limits;
import dev.palindrome.adapters.http.page.PageResource;
import dev.palindrome.domain.ForwardsRequest;
import dev.palindrome.spi.Migration;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenApiTest {
    private TestServer server;
    private JsonNode api;
    private Contract contract;

    @BeforeEach
    void start() throws Exception {
        Migration failing = Migration.id("failing").forwards("NO SQL AT ALL").build();
        server = TestServer.with(
                Pack.of("shop", Pack.table("t1"), Pack.table("t2"), Pack.table("t3"), failing)
                        .on("base"),
                Pack.of("base", Pack.table("b1")),
                Pack.of("broken").on("gone"));
        api = server.get("/openapi.json").json();
        contract = new Contract(api);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void describesExactlyTheServersRoutes() {
        Set<String> routes = new TreeSet<>();
        server.server.routes().all().forEach(route -> routes.add(route.method().name() + " " + route.path()));

        assertThat(api.path("openapi").asText()).isEqualTo("3.1.0");
        assertThat(contract.operations()).isEqualTo(routes).isNotEmpty();
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
                    .forEach(p ->
                            parameters.add(contract.resolved(p).path("name").asText()));
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

    /** With what generators of clients read it with. */
    @Test
    void isReadByGeneratorsWithoutAWord() {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        options.setResolveFully(true);

        SwaggerParseResult read = new OpenAPIV3Parser().readContents(api.toString(), List.of(), options);

        assertThat(read.getMessages()).isEmpty();
        assertThat(read.getOpenAPI().getPaths()).hasSameSizeAs(api.path("paths"));
    }

    @Test
    void describesTheAnswersOfEveryPathAsTheyAre() throws Exception {
        server.palindrome.forwards("shop", "t1");
        server.palindrome.forwards(ForwardsRequest.of("shop").migrationId("t2").fake(true));

        conforms(server.get("/"), "GET /");
        conforms(server.get("/assets/" + new PageResource().names().get(0)), "GET /assets/{file}");
        conforms(server.get("/api/v1/session"), "GET /api/v1/session");
        conforms(server.send("DELETE", "/api/v1/session", BodyPublishers.noBody()), "DELETE /api/v1/session");
        conforms(server.get("/api/v1/apps"), "GET /api/v1/apps");
        conforms(server.get("/api/v1/apps/shop/migrations?limit=3"), "GET /api/v1/apps/{app}/migrations");
        for (String id : new String[] {"t1", "t2", "t3", "failing"}) {
            conforms(server.get("/api/v1/apps/shop/migrations/" + id), "GET /api/v1/apps/{app}/migrations/{id}");
        }
        Answer plan = server.post("/api/v1/plans", "{\"appName\": \"shop\", \"direction\": \"sync\"}");
        conforms(plan, "POST /api/v1/plans");
        conforms(server.get(plan.header("Location")), "GET /api/v1/plans/{hash}");
        conforms(server.get("/api/v1/schema"), "GET /api/v1/schema");
        conforms(server.get(plan.header("Location") + "/schema"), "GET /api/v1/plans/{hash}/schema");
        Answer started = server.start(plan.json().path("hash").asText());
        conforms(started, "POST /api/v1/plans/{hash}/runs");
        assertThat(server.outcome(started.header("Location"))
                        .at("/steps/1/error")
                        .asText())
                .isNotBlank();
        conforms(server.get("/api/v1/runs"), "GET /api/v1/runs");
        conforms(server.get(started.header("Location")), "GET /api/v1/runs/{id}");
        conforms(server.get(started.header("Location") + "/events"), "GET /api/v1/runs/{id}/events");
        conforms(server.get("/health/live"), "GET /health/live");
        conforms(server.get("/health/ready"), "GET /health/ready");
        conforms(server.get("/metrics"), "GET /metrics");
        conforms(server.get("/openapi.json"), "GET /openapi.json");
        try (TestServer guarded = TestServer.guarded(Limits.DEFAULT)) {
            Answer login = guarded.post("/api/v1/session", "{\"token\": \"viewer-secret\"}");
            conforms(login, "POST /api/v1/session");
        }

        assertThat(contract.called()).isEqualTo(contract.operations());
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
            conforms(answer, "GET /api/v1/runs/{id}");
            conforms(other.get("/api/v1/runs"), "GET /api/v1/runs");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET /api/v1/apps/{app}/migrations, /api/v1/apps/nix/migrations, app/unknown",
        "GET /api/v1/apps/{app}/migrations, /api/v1/apps/shop/migrations?limit=0, request/parameter",
        "GET /api/v1/apps/{app}/migrations/{id}, /api/v1/apps/shop/migrations/nix, migration/unknown",
        "POST /api/v1/plans, /api/v1/plans, request/property",
        "GET /api/v1/plans/{hash}, /api/v1/plans/nix, plan/unknown",
        "GET /api/v1/plans/{hash}/schema, /api/v1/plans/nix/schema, plan/unknown",
        "POST /api/v1/plans/{hash}/runs, /api/v1/plans/nix/runs, plan/unknown",
        "GET /api/v1/runs/{id}, /api/v1/runs/nix, run/unknown",
        "GET /api/v1/runs/{id}/events, /api/v1/runs/nix/events, run/unknown",
        "GET /assets/{file}, /assets/nix, request/path",
        "POST /api/v1/session, /api/v1/session, request/property",
        "POST /api/v1/session, /api/v1/session, session/needless"
    })
    void describesErrorsAsTheyAre(String operation, String path, String code) throws Exception {
        String body = code.equals("session/needless") ? "{\"token\": \"x\"}" : "{}";
        Answer answer = operation.startsWith("GET") ? server.get(path) : server.post(path, body);

        assertThat(answer.problem()).isEqualTo(code);
        conforms(answer, operation);
    }

    @Test
    void describesThatEveryPathIsRefusedToThoseWithoutAToken() throws Exception {
        Set<String> refused = new TreeSet<>();
        Set<String> guardedOperations = new TreeSet<>();
        try (TestServer guarded = TestServer.guarded(Limits.DEFAULT)) {
            for (String operation : contract.operations()) {
                String[] parts = operation.split(" ");
                JsonNode described = api.path("paths").path(parts[1]).path(parts[0].toLowerCase(Locale.ROOT));
                if (!described.has("security")) {
                    guardedOperations.add(operation);
                }
                String path = parts[1].replaceAll("\\{\\w+}", "x");
                Answer answer = guarded.send(parts[0], path, BodyPublishers.noBody());
                if (answer.status() == 401) {
                    refused.add(operation);
                    assertThat(answer.problem()).isEqualTo("auth/token");
                    conforms(answer, operation);
                }
            }
        }

        assertThat(refused).isEqualTo(guardedOperations).hasSizeGreaterThan(8);
    }

    private void conforms(Answer answer, String operation) {
        String[] parts = operation.split(" ");
        contract.conforms(answer, parts[0], parts[1]);
    }
}
