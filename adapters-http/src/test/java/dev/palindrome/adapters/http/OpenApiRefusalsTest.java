package dev.palindrome.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.adapters.http.load.Limits;
import dev.palindrome.application.Palindrome;
import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.catalogue.Catalogue;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the server refuses, as it is described: what a request by itself doesn't bring about. */
class OpenApiRefusalsTest {
    private static final String PLAN = "{\"appName\": \"shop\", \"direction\": \"forwards\"}";
    private static final String[] VIEWER = {"Authorization", "Bearer viewer-secret"};

    @Test
    void unauthorized_and_forbidden() throws Exception {
        try (TestServer server =
                TestServer.guarded(TestLimits.streams(1, Duration.ofSeconds(1)), Pack.of("shop", Pack.table("t1")))) {
            Answer wrong = server.get("/api/v1/apps", "Authorization", "Bearer wrong");
            Answer login = server.post("/api/v1/session", "{\"token\": \"wrong\"}");
            String hash = server.post("/api/v1/plans", PLAN, VIEWER)
                    .json()
                    .path("hash")
                    .asText();
            Answer viewer = server.start(hash, VIEWER);

            conforms(server, wrong, 401, "GET /api/v1/apps", "auth/token");
            conforms(server, login, 401, "POST /api/v1/session", "auth/token");
            conforms(server, viewer, 403, "POST /api/v1/plans/{hash}/runs", "auth/role");
        }
    }

    @Test
    void bodies_that_are_no_body_of_ours() throws Exception {
        try (TestServer server = TestServer.with(TestLimits.streams(1, Duration.ofSeconds(1)))) {
            Answer foreign =
                    server.send("POST", "/api/v1/plans", BodyPublishers.ofString(PLAN), "Content-Type", "text/plain");
            Answer large = server.post("/api/v1/plans", " ".repeat((1 << 20) + 1));

            conforms(server, slow(server), 408, "POST /api/v1/plans", "request/timeout");
            conforms(server, large, 413, "POST /api/v1/plans", "request/too-large");
            conforms(server, foreign, 415, "POST /api/v1/plans", "request/media-type");
        }
    }

    @Test
    void plans_that_have_changed_or_will_not_run() throws Exception {
        Migration oneWay =
                Migration.id("oneway").forwards("CREATE TABLE oneway (id int)").build();
        try (TestServer server = TestServer.with(Pack.of("shop", oneWay))) {
            String forwards = server.plan("shop", "forwards", "all");
            server.palindrome.forwards("shop").orThrow();

            conforms(server, server.get("/api/v1/plans/" + forwards), 409, "GET /api/v1/plans/{hash}", "plan/changed");
            conforms(
                    server,
                    server.get("/api/v1/plans/" + forwards + "/schema"),
                    409,
                    "GET /api/v1/plans/{hash}/schema",
                    "plan/changed");
            conforms(server, server.start(forwards), 409, "POST /api/v1/plans/{hash}/runs", "plan/changed");
            conforms(
                    server,
                    server.start(server.plan("shop", "backwards", "1")),
                    422,
                    "POST /api/v1/plans/{hash}/runs",
                    "plan/irreversible");
        }
    }

    @Test
    void too_much_at_once() throws Exception {
        try (TestServer server = TestServer.guarded(TestLimits.writesPerMinute(1), Pack.of("shop", Pack.table("t1")))) {
            server.post("/api/v1/plans", PLAN, VIEWER);

            conforms(server, server.post("/api/v1/plans", PLAN, VIEWER), 429, "POST /api/v1/plans", "request/rate");
        }
        Gate gate = new Gate();
        try (TestServer server = TestServer.with(
                        TestLimits.waitingRuns(1),
                        Pack.of("one", gate.migration("g1")),
                        Pack.of("two", Pack.table("t2")),
                        Pack.of("three", Pack.table("t3")));
                gate) {
            server.run(server.plan("one", "forwards", "all"));
            gate.awaitReached();
            server.run(server.plan("two", "forwards", "all"));

            Answer busy = server.start(server.plan("three", "forwards", "all"));

            conforms(server, busy, 503, "POST /api/v1/plans/{hash}/runs", "server/busy");
        }
    }

    @Test
    void a_database_that_is_not_there() throws Exception {
        Palindrome palindrome = Palindrome.on("jdbc:h2:mem:" + UUID.randomUUID() + ";IFEXISTS=TRUE")
                .build();
        try (TestServer server = TestServer.on(palindrome, Limits.DEFAULT)) {
            conforms(server, server.get("/api/v1/apps"), 503, "GET /api/v1/apps", "database/unreachable");
            conforms(server, server.get("/health/ready"), 503, "GET /health/ready", "database/unreachable");
        }
    }

    @Test
    void errors_of_ours() throws Exception {
        Operation broken = new Operation() {
            @Override
            public List<Instruction> compile(Dialect dialect, Catalogue before) {
                throw new IllegalStateException("broken");
            }

            @Override
            public String fingerprint() {
                return "broken";
            }
        };
        try (TestServer server = TestServer.with(
                Pack.of("shop", Migration.id("m1").forwards(broken).build()))) {
            Answer answer = server.get("/api/v1/apps/shop/migrations/m1");

            conforms(server, answer, 500, "GET /api/v1/apps/{app}/migrations/{id}", "internal/error");
        }
    }

    private static Answer slow(TestServer server) throws Exception {
        try (Socket socket = server.connect()) {
            socket.getOutputStream()
                    .write(("POST /api/v1/plans HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                    + "Content-Length: 10\r\n\r\n{")
                            .getBytes(StandardCharsets.US_ASCII));
            return RawAnswer.parse(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static void conforms(TestServer server, Answer answer, int status, String operation, String code)
            throws Exception {
        String[] parts = operation.split(" ");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(code);
        new Contract(server.get("/openapi.json").json()).conforms(answer, parts[0], parts[1]);
    }
}
