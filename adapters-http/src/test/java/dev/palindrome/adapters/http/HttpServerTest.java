package dev.palindrome.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.application.FrontEnd;
import dev.palindrome.application.Palindrome;
import dev.palindrome.application.configuration.ServerSettings;
import dev.palindrome.application.configuration.ServerSettings.Role;
import dev.palindrome.application.configuration.ServerSettings.Token;
import dev.palindrome.domain.result.Status;
import dev.palindrome.spi.Database;
import dev.palindrome.spi.HistoryTable;
import dev.palindrome.spi.Lock;
import dev.palindrome.spi.LockAttempt;
import dev.palindrome.spi.LockRequest;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.Session;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpServerTest {
    @Test
    void isOneOfTheEnginesFrontEnds() throws Exception {
        try (Palindrome palindrome = TestServer.engine()) {
            FrontEnd http = palindrome.frontEnds().iterator().next();
            try (FrontEnd.Running running = http.start(palindrome, ServerSettings.DEFAULT.withPort(0))) {
                assertThat(palindrome.frontEnds()).extracting(FrontEnd::name).containsExactly("http");
                assertThat(running.address()).matches("http://127\\.0\\.0\\.1:[1-9]\\d*");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::"})
    void refusesToServeOtherMachinesWithoutTokens(String bind) {
        assertRefused(ServerSettings.DEFAULT.withPort(0).withBind(bind), "server/no-tokens", Problem.Kind.INPUT);
    }

    @Test
    void servesOtherMachinesWithTokens() throws Exception {
        Token token = new Token("t", TestServer.sha256("x"), Role.VIEWER);
        try (Palindrome palindrome = TestServer.engine();
                FrontEnd.Running running = PalindromeHttp.start(
                        palindrome,
                        ServerSettings.DEFAULT.withBind("0.0.0.0").withPort(0).withTokens(List.of(token)))) {
            assertThat(running.address()).startsWith("http://0.0.0.0:");
        }
    }

    @ParameterizedTest
    @CsvSource({"'', 0", "' ', 0", "no.such.host.invalid, 0", "127.0.0.1, -1", "127.0.0.1, 65536"})
    void refusesAddressesThatAreNone(String bind, int port) {
        assertRefused(ServerSettings.DEFAULT.withBind(bind).withPort(port), "server/address", Problem.Kind.INPUT);
    }

    @Test
    void refusesATokenWhoseHashIsNoneWithoutRepeatingIt() {
        ServerSettings settings = ServerSettings.DEFAULT
                .withPort(0)
                .withTokens(List.of(new Token("ci", "the-token-itself", Role.VIEWER)));

        assertRefused(settings, "server/token", Problem.Kind.INPUT);
        assertThatThrownBy(() -> PalindromeHttp.start(TestServer.engine(), settings))
                .hasMessageContaining("'ci'")
                .hasMessageNotContaining("the-token-itself");
    }

    @Test
    void saysThatAPortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertRefused(
                    ServerSettings.DEFAULT.withPort(taken.getLocalPort()), "server/port", Problem.Kind.ENVIRONMENT);
        }
    }

    @Test
    void sendsStrictHeadersWithEveryAnswer() throws Exception {
        try (TestServer server = TestServer.with()) {
            for (String path : List.of("/api/v1/apps", "/nix", "/health/live", "/%zz")) {
                Answer answer = path.contains("zz")
                        ? raw(server, "GET /%zz HTTP/1.1\r\nHost: localhost\r\n")
                        : server.get(path);

                assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'");
                assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
                assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
                assertThat(answer.header("Server")).isEmpty();
                assertThat(answer.header("Set-Cookie")).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/metrics/", "/api", "/api/v1", "/api/v1/apps/", "/api//v1/apps", "/API/v1/apps", "/index.html"})
    void knowsNoOtherPaths(String path) throws Exception {
        try (TestServer server = TestServer.with()) {
            Answer answer = server.get(path);

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.problem()).isEqualTo("request/path");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /api/v1/apps, 'GET, HEAD'",
        "GET, /api/v1/plans, POST",
        "POST, /api/v1/runs/x, 'GET, HEAD'",
        "OPTIONS, /health/live, 'GET, HEAD'",
        "PATCH, /api/v1/plans/x/runs, POST"
    })
    void saysWhichMethodsAPathKnows(String method, String path, String allowed) throws Exception {
        try (TestServer server = TestServer.with()) {
            Answer answer = server.send(method, path, BodyPublishers.noBody());

            assertThat(answer.status()).isEqualTo(405);
            assertThat(answer.problem()).isEqualTo("request/method");
            assertThat(answer.header("Allow")).isEqualTo(allowed);
        }
    }

    @Test
    void refusesBodiesOverOneMebibyteAnnouncedOrNot() throws Exception {
        try (TestServer server = TestServer.with()) {
            String large = "{" + " ".repeat(1 << 20) + "}";
            Answer announced = server.post("/api/v1/plans", large);
            Answer chunked = server.send(
                    "POST",
                    "/api/v1/plans",
                    BodyPublishers.fromPublisher(BodyPublishers.ofString(large)),
                    "Content-Type",
                    "application/json");

            assertThat(announced.status()).isEqualTo(413);
            assertThat(announced.problem()).isEqualTo("request/too-large");
            assertThat(chunked.status()).isEqualTo(413);
            assertThat(server.post("/api/v1/plans", "{" + " ".repeat((1 << 20) - 2) + "}")
                            .problem())
                    .isEqualTo("request/property");
        }
    }

    @Test
    void doesNotWaitForABodyThatTricklesIn() throws Exception {
        try (TestServer server = TestServer.with(TestLimits.streams(1, Duration.ofSeconds(1)));
                Socket slow = server.connect()) {
            slow.getOutputStream().write(post(100));
            CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> read(slow));
            trickle(slow, answer);

            assertThat(answer.get(1, TimeUnit.MINUTES))
                    .startsWith("HTTP/1.1 408 ")
                    .contains("request/timeout");
        }
    }

    @Test
    void doesNotWaitForABodyThatNeverComes() throws Exception {
        try (TestServer server = TestServer.with(TestLimits.streams(1, Duration.ofSeconds(1)));
                Socket silent = server.connect()) {
            silent.getOutputStream().write(post(100));

            assertThat(read(silent)).startsWith("HTTP/1.1 408 ").contains("request/timeout");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'NONSENSE', 400",
        "'GET /api/v1/apps HTTP/1.1', 400",
        "'GET /api/v1/apps/%zz/migrations HTTP/1.1\r\nHost: localhost', 400",
        "'GET http://evil.example/api/v1/apps HTTP/1.1\r\nHost: localhost', 400",
        "'GET /api/v1/apps HTTP/1.0', 403",
        "'TRACE / HTTP/1.1\r\nHost: localhost', 405",
        "'GET /ws HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nConnection: Upgrade', 404"
    })
    void answersWhatIsHardlyHttpWithProblems(String request, int status) throws Exception {
        try (TestServer server = TestServer.with()) {
            Answer answer = raw(server, request.replace("\\r\\n", "\r\n") + "\r\n");

            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.problem()).isNotBlank();
            assertThat(answer.body()).doesNotContain("jetty", "javalin", "Exception");
            assertThat(answer.header("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void refusesHeadersThatAreTooLong() throws Exception {
        try (TestServer server = TestServer.with()) {
            Answer answer = server.get("/health/live", "X-Long", "x".repeat(10_000));

            assertThat(answer.status()).isEqualTo(431);
            assertThat(answer.problem()).isEqualTo("request/headers");
        }
    }

    @Test
    void finishesARunAndTellsItsEndBeforeItCloses() throws Exception {
        Gate gate = new Gate();
        try (TestServer server =
                        TestServer.with(Pack.of("one", gate.migration("g1")), Pack.of("two", Pack.table("t2")));
                gate) {
            String run = server.run(server.plan("one", "forwards", "all"));
            gate.awaitReached();
            String cancelled = server.run(server.plan("two", "forwards", "all"));
            try (Stream<String> events = server.events(run);
                    Stream<String> others = server.events(cancelled)) {
                CompletableFuture<Void> closing = CompletableFuture.runAsync(server.server::close);
                List<String> cancelledEvents = others.toList();
                awaitRefusal(server);
                assertThat(closing).isNotDone();
                gate.open();
                List<String> told = events.toList();
                closing.get();

                assertThat(told).contains("event: run-done");
                assertThat(String.join("", cancelledEvents)).contains("run/cancelled");
                assertThat(server.palindrome.check("one")).allMatch(s -> s.status() == Status.APPLIED);
                assertThat(server.palindrome.check("two")).allMatch(s -> s.status() == Status.PENDING);
            }
        }
    }

    @Test
    void beginsNoOtherStepOfARunOnceItCloses() throws Exception {
        Gate gate = new Gate();
        try (TestServer server =
                        TestServer.with(Pack.of("shop", gate.migration("g1"), Pack.table("t2"), Pack.table("t3")));
                gate) {
            String run = server.run(server.plan("shop", "forwards", "all"));
            gate.awaitReached();
            try (Stream<String> events = server.events(run)) {
                CompletableFuture<Void> closing = CompletableFuture.runAsync(server.server::close);
                awaitRefusal(server);
                gate.open();
                String end = events.filter(line -> line.contains("run/stopped"))
                        .findFirst()
                        .orElseThrow();
                closing.get();

                assertThat(Answer.parse(end.substring("data: ".length()))
                                .path("steps")
                                .findValuesAsText("outcome"))
                        .containsExactly("done", "not-started", "not-started");
            }
            assertThat(server.palindrome.check("shop"))
                    .extracting(status -> status.status())
                    .containsExactly(Status.APPLIED, Status.PENDING, Status.PENDING);
        }
    }

    @Test
    @Timeout(60)
    void waitsForNobodyElseOnceItCloses() throws Exception {
        try (TestServer server = TestServer.with(Pack.of("shop", Pack.table("t1"), Pack.table("t2")))) {
            String hash = server.plan("shop", "forwards", "all");
            Database database = server.palindrome.workspace().database();
            try (Session session = database.openSession();
                    Lock lock = ((LockAttempt.Acquired)
                                    database.tryLock(session, new LockRequest(HistoryTable.DEFAULT, "somebody else")))
                            .lock();
                    Stream<String> events = server.events(server.run(hash))) {
                Iterator<String> lines = events.iterator();
                awaitLine(lines, "event: waiting");
                CompletableFuture<Void> closing = CompletableFuture.runAsync(server.server::close);
                String end = awaitLine(lines, "data: {\"id\"");

                closing.get(10, TimeUnit.SECONDS);
                assertThat(lock.holder()).isEqualTo("somebody else");
                assertThat(end).contains("run/stopped");
                assertThat(Answer.parse(end.substring("data: ".length()))
                                .path("steps")
                                .findValuesAsText("outcome"))
                        .containsExactly("not-started", "not-started");
            }
        }
    }

    private static String awaitLine(Iterator<String> lines, String beginning) {
        String line = lines.next();
        while (!line.startsWith(beginning)) {
            line = lines.next();
        }
        return line;
    }

    @Test
    void leavesNoThreadBehind() throws Exception {
        try (TestServer server = TestServer.with(Pack.of("shop", Pack.table("t1")))) {
            server.outcome(server.run(server.plan("shop", "forwards", "all")));
            server.get("/health/ready");
        }

        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("palindrome-")) {
                thread.join(10_000);
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }

    private static void awaitRefusal(TestServer server) throws Exception {
        while (true) {
            try (Socket socket = server.connect()) {
                assertThat(socket.isConnected()).isTrue();
            } catch (ConnectException e) {
                return;
            }
        }
    }

    private static void assertRefused(ServerSettings settings, String code, Problem.Kind kind) {
        try (Palindrome palindrome = TestServer.engine()) {
            assertThatThrownBy(() -> PalindromeHttp.start(palindrome, settings))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problems().get(0).code()).isEqualTo(new Problem.Code(code, kind)));
        }
    }

    private static byte[] post(int length) {
        return ("POST /api/v1/plans HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                        + length + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Answer raw(TestServer server, String head) throws IOException {
        try (Socket socket = server.connect()) {
            socket.getOutputStream().write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            return RawAnswer.parse(read(socket));
        }
    }

    /** Sends a byte from time to time, until there is an answer or nobody takes them any more. */
    private static void trickle(Socket slow, Future<String> answer) throws Exception {
        while (true) {
            try {
                answer.get(20, TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException goOn) {
                try {
                    slow.getOutputStream().write(' ');
                } catch (IOException e) {
                    return;
                }
            }
        }
    }

    private static String read(Socket socket) {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
