package dev.palindrome.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.palindrome.adapters.http.load.Limits;
import dev.palindrome.spi.Migration;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each thing that somebody with bad intentions would try first. */
class AttackTest {
    private static final String PLAN = "{\"appName\": \"shop\", \"direction\": \"forwards\"}";
    private static final String[] VIEWER = {"Authorization", "Bearer viewer-secret"};
    private static final String HTML = "<img src=x onerror=alert(1)>";

    @Test
    void no_token() throws Exception {
        try (TestServer server = guarded()) {
            assertRefused(server.get("/api/v1/apps"), 401, "auth/token");
            assertRefused(server.post("/api/v1/plans", PLAN), 401, "auth/token");
            assertRefused(server.get("/metrics"), 401, "auth/token");
        }
    }

    @Test
    void wrong_token() throws Exception {
        try (TestServer server = guarded()) {
            assertRefused(server.get("/api/v1/apps", "Authorization", "Bearer guess"), 401, "auth/token");
            assertRefused(server.post("/api/v1/session", "{\"token\": \"guess\"}"), 401, "auth/token");
            assertRefused(
                    server.get("/api/v1/apps", "Cookie", "palindrome_session_" + server.port() + "=" + "0".repeat(64)),
                    401,
                    "auth/token");
        }
    }

    @Test
    void viewer_runs_a_plan() throws Exception {
        try (TestServer server = guarded()) {
            String hash = server.post("/api/v1/plans", PLAN, VIEWER)
                    .json()
                    .path("hash")
                    .asText();

            assertRefused(server.start(hash, VIEWER), 403, "auth/role");
            assertThat(server.palindrome.check("shop")).allMatch(status -> !status.hasRan());
        }
    }

    @Test
    void stale_hash() throws Exception {
        try (TestServer server = TestServer.with(Pack.of("shop", Pack.table("t1"), Pack.table("t2")))) {
            String hash = server.plan("shop", "forwards", "all");
            server.palindrome.forwards("shop", "1");

            assertRefused(server.start(hash), 409, "plan/changed");
        }
    }

    @Test
    void replayed_run() throws Exception {
        try (TestServer server = TestServer.with(Pack.of("shop", Pack.table("t1")))) {
            String hash = server.plan("shop", "forwards", "all");
            server.outcome(server.run(hash));

            assertRefused(server.start(hash), 409, "plan/changed");
            server.palindrome.backwards("shop").orThrow();
            server.outcome(server.run(server.plan("shop", "forwards", "all")));
            assertRefused(server.start(hash), 409, "plan/changed");
        }
    }

    @Test
    void cross_site_post() throws Exception {
        try (TestServer server = TestServer.with(Pack.of("shop", Pack.table("t1")))) {
            String hash = server.plan("shop", "forwards", "all");

            assertRefused(server.start(hash, "Origin", "https://evil.example"), 403, "auth/origin");
            assertRefused(server.start(hash, "Sec-Fetch-Site", "cross-site"), 403, "auth/origin");
            assertRefused(
                    server.send(
                            "POST",
                            "/api/v1/plans/" + hash + "/runs",
                            BodyPublishers.ofString("a=b"),
                            "Content-Type",
                            "application/x-www-form-urlencoded"),
                    415,
                    "request/media-type");
            assertThat(server.palindrome.check("shop")).allMatch(status -> !status.hasRan());
        }
    }

    @Test
    void cookie_without_CSRF_token() throws Exception {
        try (TestServer server = guarded()) {
            String cookie = server.post("/api/v1/session", "{\"token\": \"operator-secret\"}")
                    .header("Set-Cookie")
                    .split(";", 2)[0];

            assertRefused(server.post("/api/v1/plans", PLAN, "Cookie", cookie), 403, "auth/csrf");
            assertRefused(
                    server.post("/api/v1/plans", PLAN, "Cookie", cookie, "X-CSRF-Token", cookie), 403, "auth/csrf");
        }
    }

    @Test
    void HTML_in_ids_descriptions_SQL_and_database_messages() throws Exception {
        Migration migration = Migration.id("0001" + HTML)
                .description(HTML)
                .forwards("SELECT '" + HTML + "' FROM \"" + HTML + "\"")
                .build();
        try (TestServer server = TestServer.with(Pack.of("shop", migration))) {
            Answer list = server.get("/api/v1/apps/shop/migrations");
            Answer plan = server.post("/api/v1/plans", PLAN);
            String run = server.run(plan.json().path("hash").asText());
            JsonNode outcome = server.outcome(run);
            Answer unknown = server.get("/api/v1/apps/%3Cimg%20src=x%3E/migrations");

            assertThat(list.json().at("/statuses/0/description").asText()).isEqualTo(HTML);
            assertThat(outcome.at("/steps/0/error").asText()).contains(HTML);
            assertThat(unknown.problem()).isEqualTo("app/unknown");
            for (Answer answer : List.of(list, plan, server.get(run), unknown)) {
                assertThat(answer.header("Content-Type"))
                        .startsWith("application/")
                        .contains("json");
                assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
                assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/apps/..%2f..%2fetc%2fpasswd/migrations",
                "/api/v1/apps/shop/migrations/..%2F..%2F..%2Fetc%2Fpasswd",
                "/api/v1/runs/%2e%2e%2fopenapi.json",
                "/assets/..%2fopenapi.json",
                "/assets/%2e%2e/%2e%2e/etc/passwd",
                "/api/v1/plans/..;/..;/health/live"
            })
    void path_traversal_in_ids(String path) throws Exception {
        try (TestServer server = TestServer.with(Pack.of("shop", Pack.table("t1")));
                Socket socket = server.connect()) {
            socket.getOutputStream().write(head("GET " + path, "Connection: close"));
            Answer answer = RawAnswer.parse(text(socket));

            assertThat(answer.status()).isIn(400, 404);
            assertThat(answer.problem()).isNotBlank();
            assertThat(answer.body()).doesNotContain("root:", "openapi\"");
        }
    }

    @Test
    void body_of_100_MiB() throws Exception {
        long length = 100L << 20;
        try (TestServer server = TestServer.with(Pack.of("shop", Pack.table("t1")))) {
            for (String how : new String[] {"Content-Length: " + length, "Transfer-Encoding: chunked"}) {
                try (Socket socket = server.connect()) {
                    OutputStream out = socket.getOutputStream();
                    out.write(head("POST /api/v1/plans", "Content-Type: application/json", how));
                    CompletableFuture<Long> sent = CompletableFuture.supplyAsync(() -> send(out, how, length));

                    assertThat(firstLine(socket.getInputStream())).startsWith("HTTP/1.1 413 ");
                    socket.close();
                    assertThat(sent.get()).isLessThan(length / 2);
                }
            }
            assertThat(server.get("/health/live").status()).isEqualTo(200);
        }
    }

    @Test
    void bodies_that_are_announced_and_never_sent() throws Exception {
        try (TestServer server = TestServer.guarded(Limits.DEFAULT, shop())) {
            List<Socket> silent = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                Socket socket = server.connect();
                silent.add(socket);
                socket.getOutputStream()
                        .write(head("POST /api/v1/session", "Content-Type: application/json", "Content-Length: 10"));
            }

            List<CompletableFuture<HttpResponse<String>>> others = List.of(
                    ask(server, "GET", "/health/live", ""),
                    ask(server, "GET", "/api/v1/apps", "", VIEWER),
                    ask(server, "POST", "/api/v1/plans", PLAN, VIEWER),
                    ask(server, "POST", "/api/v1/session", "{\"token\": \"viewer-secret\"}"));
            for (CompletableFuture<HttpResponse<String>> other : others) {
                assertThat(other.get(5, TimeUnit.SECONDS).statusCode()).isIn(200, 201);
            }
            for (Socket socket : silent) {
                socket.close();
            }
        }
    }

    @Test
    void bodies_that_break_off() throws Exception {
        PrintStream log = System.err;
        ByteArrayOutputStream logged = new ByteArrayOutputStream();
        System.setErr(new PrintStream(logged, true, StandardCharsets.UTF_8));
        try (TestServer server = TestServer.with(shop())) {
            for (int i = 0; i < 20; i++) {
                try (Socket socket = server.connect()) {
                    socket.getOutputStream()
                            .write(head("POST /api/v1/plans", "Content-Type: application/json", "Content-Length: 100"));
                    socket.getOutputStream().write('{');
                }
            }
            try (Socket socket = server.connect()) {
                socket.getOutputStream()
                        .write(head(
                                "POST /api/v1/plans",
                                "Content-Type: application/json",
                                "Transfer-Encoding: chunked\r\n\r\nno chunk"));
                assertThat(firstLine(socket.getInputStream())).startsWith("HTTP/1.1 400 ");
            }
            assertThat(server.get("/api/v1/apps").status()).isEqualTo(200);
        } finally {
            System.setErr(log);
        }
        assertThat(logged.toString(StandardCharsets.UTF_8)).doesNotContain("ERROR", "Exception");
    }

    @Test
    void slow_body() throws Exception {
        try (TestServer server = TestServer.with(TestLimits.streams(1, Duration.ofSeconds(1)), shop())) {
            List<Socket> slow = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                Socket socket = server.connect();
                slow.add(socket);
                socket.getOutputStream()
                        .write(head("POST /api/v1/plans", "Content-Type: application/json", "Content-Length: 10"));
            }
            for (Socket socket : slow) {
                assertThat(firstLine(socket.getInputStream())).startsWith("HTTP/1.1 408 ");
                socket.close();
            }
            assertThat(server.get("/api/v1/apps").status()).isEqualTo(200);
        }
    }

    /** Each sends a byte of its head more often than a connection may be silent; half of them after a request as it should be. */
    @Test
    void slow_heads() throws Exception {
        try (TestServer server = TestServer.with(TestLimits.streams(1, Duration.ofMinutes(1)), shop())) {
            List<Socket> slow = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                Socket socket = server.connect();
                socket.setSoTimeout(30_000);
                if (i % 2 == 0) {
                    socket.getOutputStream().write(head("GET /health/live"));
                    assertThat(firstLine(socket.getInputStream())).startsWith("HTTP/1.1 200 ");
                }
                slow.add(socket);
            }
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> sendSlowly(slow));

            for (Socket socket : slow) {
                readToTheEnd(socket);
            }
            sending.get(1, TimeUnit.MINUTES);
            assertThat(server.get("/health/live").status()).isEqualTo(200);
        }
    }

    @Test
    void large_bodies_at_once() throws Exception {
        byte[] head = head("POST /api/v1/plans", "Content-Type: application/json", "Content-Length: 1048576");
        try (TestServer server = TestServer.with(Limits.DEFAULT, shop())) {
            List<Socket> all = new ArrayList<>();
            for (int i = 0; i < 75; i++) { // there is room for 64 whole ones
                Socket socket = server.connect();
                all.add(socket);
                socket.getOutputStream().write(head);
                send(socket.getOutputStream(), "", 15 << 16); // less than was announced
            }
            assertThat(anyIsAnswered(all, "HTTP/1.1 503 ")).isTrue(); // not always the last: all arrive at once
            assertThat(server.plan("shop", "forwards", "all")).isNotBlank();
            for (Socket socket : all) {
                socket.close();
            }
        }
    }

    private static boolean anyIsAnswered(List<Socket> sockets, String start) throws Exception {
        List<Socket> waiting = new ArrayList<>(sockets);
        long giveUp = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (System.nanoTime() < giveUp && !waiting.isEmpty()) {
            for (Socket socket : List.copyOf(waiting)) {
                if (socket.getInputStream().available() > 0) {
                    waiting.remove(socket);
                    if (firstLine(socket.getInputStream()).startsWith(start)) {
                        return true;
                    }
                }
            }
            Thread.sleep(10);
        }
        return false;
    }

    @Test
    void plans_without_end() throws Exception {
        String[] operator = {"Authorization", "Bearer operator-secret"};
        try (TestServer server = TestServer.guarded(TestLimits.writesPerMinute(3), shop())) {
            for (int i = 0; i < 3; i++) {
                assertThat(server.post("/api/v1/plans", PLAN, VIEWER).status()).isEqualTo(201);
            }
            Answer refused = server.post("/api/v1/plans", PLAN, VIEWER);

            assertRefused(refused, 429, "request/rate");
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 20);
            assertThat(server.get("/api/v1/apps", VIEWER).status()).isEqualTo(200);
            assertThat(server.post("/api/v1/plans", PLAN, operator).status()).isEqualTo(201);
        }
    }

    @Test
    void event_streams_10000_asked_for() throws Exception {
        Gate gate = new Gate();
        int most = 32;
        try (TestServer server = TestServer.with(
                        TestLimits.streams(most, Duration.ofSeconds(1)), Pack.of("shop", gate.migration("g1")));
                gate) {
            String run = server.run(server.plan("shop", "forwards", "all"));
            gate.awaitReached();
            List<HttpResponse<Stream<String>>> open = new ArrayList<>();
            int refused = 0;
            for (int batch = 0; batch < 100; batch++) {
                List<CompletableFuture<HttpResponse<Stream<String>>>> asked = new ArrayList<>();
                for (int i = 0; i < 100; i++) {
                    asked.add(server.client()
                            .sendAsync(
                                    server.request("GET", run + "/events", BodyPublishers.noBody()),
                                    BodyHandlers.ofLines()));
                }
                for (CompletableFuture<HttpResponse<Stream<String>>> answer : asked) {
                    HttpResponse<Stream<String>> response = answer.get();
                    if (response.statusCode() == 200) {
                        open.add(response);
                    } else {
                        assertThat(response.statusCode()).isEqualTo(503);
                        assertThat(response.headers().firstValue("Retry-After")).isPresent();
                        response.body().close();
                        refused++;
                    }
                }
            }

            assertThat(open).hasSize(most);
            assertThat(refused).isEqualTo(10_000 - most);
            assertThat(server.get("/api/v1/apps").status()).isEqualTo(200);
            gate.open();
            for (HttpResponse<Stream<String>> stream : open) {
                assertThat(stream.body()).contains("event: run-done");
            }
        }
    }

    @Test
    void header_injection() throws Exception {
        try (TestServer server = TestServer.with(Pack.of("a\r\nSet-Cookie: x=y", Pack.table("t1")))) {
            Answer page = server.get("/api/v1/apps/a%0d%0aSet-Cookie:%20x=y/migrations?limit=1");
            Answer run = server.get("/api/v1/runs/a%0d%0aSet-Cookie:%20x=y");
            Answer method = server.send("DELETE", "/api/v1/apps/%0d%0aSet-Cookie:%20x=y", BodyPublishers.noBody());

            assertThat(Stream.of(page, run, method)).allSatisfy(answer -> {
                assertThat(answer.header("Set-Cookie")).isEmpty();
                assertThat(answer.status()).isLessThan(500);
            });
        }
    }

    @Test
    void unknown_host_header_on_loopback() throws Exception {
        try (TestServer server = TestServer.with(shop())) {
            for (String path : List.of("/", "/api/v1/apps", "/api/v1/session", "/metrics")) {
                assertRefused(server.get(path, "Host", "rebound.example"), 403, "auth/host");
            }
        }
    }

    private static CompletableFuture<HttpResponse<String>> ask(
            TestServer server, String method, String path, String body, String... headers) {
        String[] all = Stream.concat(Stream.of("Content-Type", "application/json"), Stream.of(headers))
                .toArray(String[]::new);
        return server.client()
                .sendAsync(server.request(method, path, BodyPublishers.ofString(body), all), BodyHandlers.ofString());
    }

    private static TestServer guarded() {
        return TestServer.guarded(TestLimits.streams(1, Duration.ofSeconds(1)), shop());
    }

    private static Pack shop() {
        return Pack.of("shop", Pack.table("t1"));
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(code);
    }

    private static byte[] head(String request, String... headers) {
        return (request + " HTTP/1.1\r\nHost: localhost\r\n" + String.join("\r\n", headers) + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Sends blanks until there are enough, or nobody takes them any more. */
    private static long send(OutputStream out, String how, long length) {
        byte[] blanks = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
        boolean chunked = how.startsWith("Transfer");
        long sent = 0;
        try {
            while (sent < length) {
                if (chunked) {
                    out.write("10000\r\n".getBytes(StandardCharsets.US_ASCII));
                }
                out.write(blanks);
                if (chunked) {
                    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                }
                sent += blanks.length;
            }
        } catch (IOException e) {
            return sent;
        }
        return sent;
    }

    /** Sends a letter to each, ten times a second, until nobody takes them any more. */
    private static void sendSlowly(List<Socket> sockets) {
        List<Socket> open = new ArrayList<>(sockets);
        while (!open.isEmpty()) {
            open.removeIf(socket -> !takes(socket, 'G'));
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private static boolean takes(Socket socket, char letter) {
        try {
            socket.getOutputStream().write(letter);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Until the other side hangs up; fails if it doesn't. */
    private static void readToTheEnd(Socket socket) throws SocketTimeoutException {
        try {
            socket.getInputStream().readAllBytes();
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            // It hung up on what was still on its way.
        }
    }

    private static String firstLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\r'; c = in.read()) {
            line.append((char) c);
        }
        return line.toString();
    }

    private static String text(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
