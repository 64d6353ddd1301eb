package dev.palindrome.adapters.http.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.adapters.http.Answer;
import dev.palindrome.adapters.http.Pack;
import dev.palindrome.adapters.http.TestLimits;
import dev.palindrome.adapters.http.TestServer;
import dev.palindrome.adapters.http.load.Limits;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenDoorTest {
    private static final String PLAN = "{\"appName\": \"shop\", \"direction\": \"forwards\"}";
    private static final String[] VIEWER = {"Authorization", "Bearer viewer-secret"};
    private static final String[] OPERATOR = {"Authorization", "bearer operator-secret"};

    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.guarded(TestLimits.streams(1, Duration.ofSeconds(1)), Pack.of("shop", Pack.table("t1")));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void letsAViewerReadAndPreviewButNotRun() throws Exception {
        assertThat(server.get("/api/v1/apps", VIEWER).status()).isEqualTo(200);
        Answer plan = server.post("/api/v1/plans", PLAN, VIEWER);
        assertThat(plan.status()).isEqualTo(201);

        Answer run = server.start(plan.json().path("hash").asText(), VIEWER);

        assertThat(run.status()).isEqualTo(403);
        assertThat(run.problem()).isEqualTo("auth/role");
        assertThat(run.body()).doesNotContain("secret");
    }

    @Test
    void letsAnOperatorRun() throws Exception {
        Answer plan = server.post("/api/v1/plans", PLAN, OPERATOR);

        assertThat(server.start(plan.json().path("hash").asText(), OPERATOR).status())
                .isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/apps",
                "/api/v1/runs/x",
                "/api/v1/runs/x/events",
                "/assets/x/y",
                "/nix",
                "/health/live/x"
            })
    void tellsNothingWithoutAToken(String path) throws Exception {
        Answer answer = server.get(path);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("auth/token");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic dXNlcjpwYXNz", "Bearer", "viewer-secret", "Bearer a b"})
    void refusesWhatIsNoBearerToken(String header) throws Exception {
        Answer answer = server.get("/api/v1/apps", "Authorization", header);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("auth/token");
    }

    @Test
    void refusesAWrongTokenWithoutRepeatingIt() throws Exception {
        Answer answer = server.get("/api/v1/apps", "Authorization", "Bearer viewer-secret-not");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).contains("invalid_token");
        assertThat(answer.body()).doesNotContain("viewer-secret");
    }

    @Test
    void refusesTheHashOfATokenInItsPlace() throws Exception {
        String hash = TestServer.sha256("operator-secret");

        assertThat(server.get("/api/v1/apps", "Authorization", "Bearer " + hash).status())
                .isEqualTo(401);
    }

    @Test
    void answersEachWrongTokenLaterThanTheOneBeforeAndRightOnesAtOnce() throws Exception {
        for (long millis : new long[] {50, 100, 200, 400, 400}) {
            long begun = System.nanoTime();
            assertThat(server.get("/api/v1/apps", "Authorization", "Bearer wrong")
                            .status())
                    .isEqualTo(401);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(millis));
        }
        assertThat(server.get("/api/v1/apps", VIEWER).status()).isEqualTo(200);
    }

    @Test
    void letsTheRightTokenInThoughTooManyGuessAtItsAddress() throws Exception {
        try (TestServer slow = TestServer.guarded(Limits.DEFAULT)) {
            List<CompletableFuture<HttpResponse<String>>> guesses = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                guesses.add(slow.client()
                        .sendAsync(
                                slow.request(
                                        "GET",
                                        "/api/v1/apps",
                                        BodyPublishers.noBody(),
                                        "Authorization",
                                        "Bearer guess" + i),
                                BodyHandlers.ofString()));
            }
            while (guesses.stream()
                    .noneMatch(guess -> guess.isDone() && guess.join().statusCode() == 429)) {
                assertThat(guesses).anyMatch(guess -> !guess.isDone());
                Thread.sleep(10); // as many wait as may; the others are refused at once, in whatever order they arrive
            }

            assertThat(guesses).anyMatch(guess -> !guess.isDone());
            assertThat(slow.get("/api/v1/apps", VIEWER).status()).isEqualTo(200);
            assertThat(slow.post("/api/v1/session", "{\"token\": \"viewer-secret\"}")
                            .status())
                    .isEqualTo(200);
            assertThat(guesses).anyMatch(guess -> !guess.isDone());
            CompletableFuture.allOf(guesses.toArray(CompletableFuture[]::new)).join();
        }
    }

    @Test
    void refusesGuessesAtOnceOnceTooManyWaitAtAnAddress() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> guesses = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            guesses.add(server.client()
                    .sendAsync(
                            server.request(
                                    "GET",
                                    "/api/v1/apps",
                                    BodyPublishers.noBody(),
                                    "Authorization",
                                    "Bearer guess" + i),
                            BodyHandlers.ofString()));
        }
        assertThat(server.get("/health/live").status()).isEqualTo(200);
        List<Answer> answers = new ArrayList<>();
        for (CompletableFuture<HttpResponse<String>> guess : guesses) {
            answers.add(Answer.of(guess.get()));
        }

        assertThat(answers).extracting(Answer::status).containsOnly(401, 429);
        assertThat(answers).extracting(Answer::problem).containsOnly("auth/token", "auth/slow-down");
        assertThat(server.get("/api/v1/apps", VIEWER).status()).isEqualTo(200);
    }

    @Test
    void answersAnyHostAndOriginThatShowsAToken() throws Exception {
        Answer answer = server.post(
                "/api/v1/plans",
                PLAN,
                "Host",
                "db.example",
                "Origin",
                "https://db.example",
                "Authorization",
                "Bearer viewer-secret");

        assertThat(answer.status()).isEqualTo(201);
    }
}
