package dev.palindrome.adapters.http.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.adapters.http.Answer;
import dev.palindrome.adapters.http.TestDataSource;
import dev.palindrome.adapters.http.TestLimits;
import dev.palindrome.adapters.http.TestServer;
import dev.palindrome.adapters.http.load.Limits;
import dev.palindrome.application.Palindrome;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class HealthResourceTest {
    @Test
    void isLiveAndReadyWithoutAToken() throws Exception {
        try (TestServer server = TestServer.guarded(TestLimits.streams(1, Duration.ofSeconds(1)))) {
            assertThat(server.get("/health/live").json().path("status").asText())
                    .isEqualTo("live");
            assertThat(server.get("/health/ready").json().path("status").asText())
                    .isEqualTo("ready");
        }
    }

    @Test
    void isLiveButNotReadyWhenTheDatabaseIsNotThere() throws Exception {
        Palindrome palindrome = Palindrome.on("jdbc:h2:mem:" + UUID.randomUUID() + ";IFEXISTS=TRUE;PASSWORD=hidden")
                .build();
        try (TestServer server = TestServer.on(palindrome, Limits.DEFAULT)) {
            Answer ready = server.get("/health/ready");

            assertThat(server.get("/health/live").status()).isEqualTo(200);
            assertThat(ready.status()).isEqualTo(503);
            assertThat(ready.problem()).isEqualTo("database/unreachable");
            assertThat(server.get("/api/v1/apps").status()).isEqualTo(503);
            assertThat(server.get("/api/v1/apps").body()).doesNotContain("hidden");
        }
    }

    @Test
    void asksTheDatabaseOnceHoweverManyWantToKnow() throws Exception {
        TestDataSource database = new TestDataSource();
        try (TestServer server =
                TestServer.on(Palindrome.on(database).build(), TestLimits.streams(1, Duration.ofSeconds(1)))) {
            assertThat(server.get("/health/ready").status()).isEqualTo(200);
            int asked = database.connections();

            for (int i = 0; i < 20; i++) {
                assertThat(server.get("/health/ready").status()).isEqualTo(200);
            }

            assertThat(asked).isPositive();
            assertThat(database.connections()).isEqualTo(asked);
        }
    }

    @Test
    void answersThoughTheDatabaseDoesNot() throws Exception {
        TestDataSource database = new TestDataSource();
        try (TestServer server = TestServer.on(Palindrome.on(database).build(), Limits.DEFAULT)) {
            assertThat(server.get("/api/v1/apps").status()).isEqualTo(200);
            try (TestDataSource.Silence silence = database.silence()) {
                List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
                for (int i = 0; i < 80; i++) {
                    asked.add(server.client()
                            .sendAsync(
                                    server.request("GET", "/api/v1/apps", BodyPublishers.noBody()),
                                    BodyHandlers.ofString()));
                }

                Answer ready = server.get("/health/ready");

                assertThat(ready.status()).isEqualTo(503);
                assertThat(server.get("/health/live").status()).isEqualTo(200);
                Set<Integer> statuses = new TreeSet<>();
                for (CompletableFuture<HttpResponse<String>> answer : asked) {
                    statuses.add(answer.get().statusCode());
                }
                assertThat(statuses).containsExactly(503);
                silence.close();
                assertThat(server.get("/api/v1/apps").status()).isEqualTo(200);
            }
        }
    }
}
