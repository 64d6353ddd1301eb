package dev.palindrome.adapters.http.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.adapters.http.Answer;
import dev.palindrome.adapters.http.Pack;
import dev.palindrome.adapters.http.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalDoorTest {
    private static final String PLAN = "{\"appName\": \"shop\", \"direction\": \"forwards\"}";

    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.with(Pack.of("shop", Pack.table("t1")));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "LOCALHOST:1", "127.0.0.1", "127.0.0.1:8080", "127.1.2.3", "[::1]", "[::1]:80"})
    void opensToThisMachinesNames(String host) throws Exception {
        assertThat(server.get("/api/v1/apps", "Host", host).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "10.0.0.1",
                "[::2]",
                "evil:80"
            })
    void staysShutToOtherNames(String host) throws Exception {
        for (String path : new String[] {"/api/v1/apps", "/health/live", "/openapi.json", "/nix"}) {
            Answer answer = server.get(path, "Host", host);

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.problem()).isEqualTo("auth/host");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Forwarded, for=192.0.2.60",
        "X-Forwarded-For, 127.0.0.1",
        "x-forwarded-host, localhost",
        "X-Forwarded-Proto, https",
        "X-Forwarded-Prefix, /migrations",
        "Via, 1.1 proxy",
        "X-Real-IP, 192.0.2.60"
    })
    void staysShutToWhatAProxyLetsThrough(String header, String value) throws Exception {
        for (String path : new String[] {"/api/v1/apps", "/", "/health/live"}) {
            Answer answer = server.get(path, header, value);

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.problem()).isEqualTo("auth/host");
            assertThat(answer.json().path("detail").asText()).contains("proxy", "server.tokens");
        }
    }

    @Test
    void believesNoBrowserThatSawThePageUnderAnotherName() throws Exception {
        Answer plan =
                server.post("/api/v1/plans", PLAN, "Origin", "http://db.example", "Sec-Fetch-Site", "same-origin");

        assertThat(plan.status()).isEqualTo(403);
        assertThat(plan.problem()).isEqualTo("auth/origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "null", "http://localhost:1", "https://127.0.0.1", "not a uri"})
    void takesNoPostsFromPagesOfOtherOrigins(String origin) throws Exception {
        Answer plan = server.post("/api/v1/plans", PLAN, "Origin", origin);
        Answer run = server.start("x", "Origin", origin);

        assertThat(plan.status()).isEqualTo(403);
        assertThat(plan.problem()).isEqualTo("auth/origin");
        assertThat(run.status()).isEqualTo(403);
    }

    @Test
    void takesPostsFromItsOwnOriginAndFromPrograms() throws Exception {
        assertThat(server.post("/api/v1/plans", PLAN, "Origin", server.address())
                        .status())
                .isEqualTo(201);
        assertThat(server.post("/api/v1/plans", PLAN).status()).isEqualTo(201);
    }
}
